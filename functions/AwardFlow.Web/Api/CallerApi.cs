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
    public static void MapCaller(this IEndpointRouteBuilder api) =>
        api.MapGet("/caller", Get).RequireAuthorization(Policies.AnyRole).WithSummary("Who you are, your roles and your positions");

    private static Ok<CallerView> Get(HttpContext context) => TypedResults.Ok(new CallerView(
        Caller.Of(context).Name, [.. context.User.FindAll(ClaimTypes.Role).Select(role => role.Value)],
        context.User.Identity?.AuthenticationType == AppServiceHandler.Name,
        context.User.FindFirstValue(ClaimTypes.Email), Caller.Of(context).Id,
        [.. context.User.FindAll(KnownCaller.PositionClaim).Select(title => title.Value)]));

    /// <summary>Who calls.</summary>
    /// <param name="Name">The name that stands in records of what is done.</param>
    /// <param name="Roles">What the caller may do (<see cref="Access.Roles"/>).</param>
    /// <param name="Platform">Whether the platform signed the caller in, and can sign out again.</param>
    /// <param name="Email">The caller's address in the directory, or in the list of people; null where there is none.</param>
    /// <param name="Id">What tells persons apart.</param>
    /// <param name="Positions">The titles that the caller holds.</param>
    internal sealed record CallerView(string Name, IReadOnlyList<string> Roles, bool Platform, string? Email, string Id, IReadOnlyList<string> Positions);
}
