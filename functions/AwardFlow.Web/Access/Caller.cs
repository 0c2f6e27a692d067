using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Access;

/// <summary>Who calls, for records of what was done.</summary>
internal static class Caller
{
    public static string Of(HttpContext context) => context.User.Identity?.Name ?? "";
}
