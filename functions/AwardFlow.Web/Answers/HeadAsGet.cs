using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Answers;

/// <summary>HEAD is answered wherever GET is (RFC 9110, 9.3.2); the server leaves the content out.</summary>
internal static class HeadAsGet
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Has the GET endpoints of a group answer HEAD.</summary>
    public static RouteGroupBuilder WithHead(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            for (var i = 0; i < endpoint.Metadata.Count; i++)
            {
                if (endpoint.Metadata[i] is IHttpMethodMetadata { HttpMethods: [var method] } && HttpMethods.IsGet(method))
                {
                    endpoint.Metadata[i] = new HttpMethodMetadata(GetOrHead);
                }
            }
        });
        return group;
    }
}
