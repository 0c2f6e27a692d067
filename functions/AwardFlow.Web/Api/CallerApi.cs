using System.Security.Claims;
using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Who calls and what that opens, so that a page offers only what will be taken.</summary>
internal static class CallerApi
{
    public static void MapCaller(this IEndpointRouteBuilder api) => api.MapGet("/caller", Get).WithSummary("Who you are and your roles");

    private static Ok<CallerView> Get(HttpContext context) => TypedResults.Ok(new CallerView(
        Caller.Of(context).Name, [.. context.User.FindAll(ClaimTypes.Role).Select(role => role.Value)], context.User.Identity?.AuthenticationType == AppServiceHandler.Name,
        context.User.FindFirstValue(ClaimTypes.Email)));

    /// <summary>Who calls.</summary>
    /// <param name="Name">The name that stands in records of what is done.</param>
    /// <param name="Roles"><see cref="Roles.Operator"/>, <see cref="Roles.Approver"/>, or both.</param>
    /// <param name="Platform">Whether the platform signed the caller in, and can sign out again.</param>
    /// <param name="Email">The caller's address in the directory; null where there is none.</param>
    private sealed record CallerView(string Name, IReadOnlyList<string> Roles, bool Platform, string? Email);
}
