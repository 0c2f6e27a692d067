using Microsoft.Extensions.Configuration;

namespace AwardFlow.Web.Access;

/// <summary>Whether the platform in front of the host signs callers in and takes away what they wrote into its headers themselves.</summary>
/// <param name="SignsIn">True only where App Service authentication guards the app.</param>
public sealed record PlatformAccess(bool SignsIn)
{
    /// <summary>A host that nothing stands in front of.</summary>
    public static PlatformAccess None { get; } = new(SignsIn: false);

    /// <summary>
    /// Reads what App Service says of itself: it sets <c>WEBSITE_AUTH_ENABLED</c> while its authentication is on, and
    /// <c>WEBSITE_SITE_NAME</c> always. Without either nobody stands guard, and the headers are anybody's.
    /// </summary>
    public static PlatformAccess Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new PlatformAccess(
            string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase)
            && configuration["WEBSITE_SITE_NAME"] is { Length: > 0 });
    }
}
