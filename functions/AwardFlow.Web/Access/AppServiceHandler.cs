using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AwardFlow.Intake;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwardFlow.Web.Access;

/// <summary>
/// Knows callers whom App Service authentication signed in with Microsoft Entra, by the header that the platform then
/// sets (https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities). Anybody can write such
/// a header; only where <see cref="PlatformAccess"/> says that the platform guards the app does it count.
/// </summary>
internal sealed class AppServiceHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PlatformAccess platform)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "AppService";

    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Entra = "aad";

    private static readonly string[] KnownRoles = [Roles.Operator, Roles.Approver];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A browser sends the platform's cookie with whatever another site makes it post.
        if (!platform.SignsIn || !Request.Headers.TryGetValue(Header, out var given) || CrossSite.IsFromAnotherSite(Request))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        return Task.FromResult(Read(given.ToString()) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Name))
            : AuthenticateResult.Fail("The client principal cannot be read, or is not of Microsoft Entra."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal? Read(string header)
    {
        try
        {
            var principal = JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
            if (principal is not { AuthTyp: Entra, Claims: { } claims })
            {
                return null;
            }
            var roles = claims.Where(claim => claim.Typ == "roles" || claim.Typ == principal.RoleTyp).Select(claim => claim.Val).Intersect(KnownRoles, StringComparer.Ordinal);
            var name = NameTypes(principal).Select(type => claims.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => value is { Length: > 0 });
            var email = new[] { "email", ClaimTypes.Email, "preferred_username", ClaimTypes.Upn }
                .Select(type => claims.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => SarabanAddress.TryRead(value ?? "", out _, out _));
            Claim[] mail = email is null ? [] : [new Claim(ClaimTypes.Email, email)];
            return name is null ? null : new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. mail, .. roles.Select(role => new Claim(ClaimTypes.Role, role!))], Name));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    // A person has a name to sign in with; a program has the id of its application.
    private static IEnumerable<string?> NameTypes(ClientPrincipal principal) =>
        ["preferred_username", ClaimTypes.Upn, ClaimTypes.Email, principal.NameTyp, "name", "azp", "appid"];

    private sealed record ClientPrincipal(
        [property: JsonPropertyName("auth_typ")] string? AuthTyp,
        [property: JsonPropertyName("name_typ")] string? NameTyp,
        [property: JsonPropertyName("role_typ")] string? RoleTyp,
        IReadOnlyList<PrincipalClaim>? Claims);

    private sealed record PrincipalClaim(string? Typ, string? Val);
}
