using System.Reflection;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Answers;

/// <summary>Answers an address whose cycle or entry cannot be one as it answers one that is not there, and not as a bad request.</summary>
internal static class RouteNames
{
    /// <summary>Looks at what the endpoint's handler will bind from the route.</summary>
    /// <exception cref="CycleNotFoundException">It is no cycle's id.</exception>
    /// <exception cref="EntryNotFoundException">It is no entry's code.</exception>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var values = context.Request.RouteValues;
        foreach (var parameter in context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
        {
            if (values[parameter.Name!] is not string text)
            {
                continue;
            }
            if (parameter.ParameterType == typeof(CycleId) && !CycleId.IsValid(text))
            {
                throw new CycleNotFoundException(text);
            }
            if (parameter.ParameterType == typeof(EntryCode) && !EntryCode.IsValid(text))
            {
                throw new EntryNotFoundException($"{values["id"]}", text);
            }
        }
        return next(context);
    }
}
