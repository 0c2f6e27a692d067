using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Access;

/// <summary>
/// What people and programs outside the office reach, where a host gives them an address of their own: what recipients and
/// mail services need, and nothing else.
/// </summary>
public static class Outsiders
{
    private static readonly Mark Outside = new();

    /// <summary>Marks a connection as one to the outsiders' address. A host does it for each connection of that listener.</summary>
    public static void MarkConnection(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        connection.Features.Set(Outside);
    }

    /// <summary>Lets outsiders reach an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="names">The values of the route's <c>name</c> that they reach; null for all.</param>
    internal static TBuilder ForOutsiders<TBuilder>(this TBuilder endpoint, IReadOnlyCollection<string>? names = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Reachable(names));

    /// <summary>Answers outsiders, at their address, as if nothing else were there.</summary>
    internal static Task KeepOutAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Mark>() is null
            || (context.GetEndpoint()?.Metadata.GetMetadata<Reachable>() is { } reachable
                && (reachable.Names is null || reachable.Names.Contains(context.Request.RouteValues["name"] as string, StringComparer.Ordinal))))
        {
            return next(context);
        }
        context.SetEndpoint(endpoint: null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private sealed class Mark;

    private sealed record Reachable(IReadOnlyCollection<string>? Names);
}
