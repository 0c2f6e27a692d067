using System.Net;
using System.Security.Claims;
using AwardFlow.Approvals;
using AwardFlow.Trail;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Access;

/// <summary>Who calls, for records of what was done.</summary>
internal static class Caller
{
    /// <summary>The person by id and name, and the address that the request came from; of a proxy that is trusted, the one that it names.</summary>
    public static Actor Of(HttpContext context)
    {
        var name = context.User.Identity?.Name ?? "";
        return new Actor(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? name, name, Written(context.Connection.RemoteIpAddress));
    }

    /// <summary>The person with the positions that it holds.</summary>
    public static Approver ApproverOf(HttpContext context) =>
        new(Of(context), [.. context.User.FindAll(KnownCaller.PositionClaim).Select(claim => claim.Value)]);

    private static string? Written(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
}
