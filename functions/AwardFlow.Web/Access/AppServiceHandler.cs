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
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PlatformAccess platform, PositionHolders positions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "AppService";

    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Entra = "aad";

    // The same claims under the names of the token and of the platform.
    private static readonly string[] ObjectId = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] ApplicationId = ["azp", "appid"];
    private static readonly string[] SignInName = ["preferred_username", ClaimTypes.Upn, "upn", ClaimTypes.Email, "email"];
    private static readonly string[] Emails = ["email", ClaimTypes.Email, "preferred_username", ClaimTypes.Upn];

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

    private ClaimsPrincipal? Read(string header)
    {
        try
        {
            var principal = JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
            if (principal is not { AuthTyp: Entra, Claims: { } claims })
            {
                return null;
            }
            // A name can be given to somebody else, an object id never is; a program goes by the id of its application.
            var isPerson = ValuesOf(claims, SignInName).Any();
            var ids = ValuesOf(claims, isPerson ? ObjectId : ApplicationId).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (ids is not [var id])
            {
                return null;
            }
            id = $"aad:{id.ToLowerInvariant()}";
            var roles = claims.Where(claim => claim.Typ == "roles" || claim.Typ == principal.RoleTyp)
                .Select(claim => claim.Val).OfType<string>()
                .Intersect(Roles.All, StringComparer.Ordinal);
            var name = ValuesOf(claims, [.. SignInName, principal.NameTyp ?? "name", "name", .. ApplicationId]).First();
            var email = Emails.SelectMany(type => ValuesOf(claims, type)).FirstOrDefault(value => SarabanAddress.TryRead(value, out _, out _));
            return new KnownCaller(id, name, [.. roles], positions.Of(id), email).ToPrincipal(Name);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    // In the order of the types.
    private static IEnumerable<string> ValuesOf(IReadOnlyList<PrincipalClaim> claims, params string[] types) =>
        types.SelectMany(type => claims.Where(claim => claim?.Typ == type).Select(claim => claim.Val)).Where(value => value is { Length: > 0 })!;

    private sealed record ClientPrincipal(
        [property: JsonPropertyName("auth_typ")] string? AuthTyp,
        [property: JsonPropertyName("name_typ")] string? NameTyp,
        [property: JsonPropertyName("role_typ")] string? RoleTyp,
        IReadOnlyList<PrincipalClaim>? Claims);

    private sealed record PrincipalClaim(string? Typ, string? Val);
}
