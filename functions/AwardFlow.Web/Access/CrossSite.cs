using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Access;

/// <summary>Tells requests that a web page of another site makes a browser send.</summary>
internal static class CrossSite
{
    /// <summary>Whether the browser says so (<c>Sec-Fetch-Site</c>, <c>Origin</c>). Programs send neither.</summary>
    public static bool IsFromAnotherSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
