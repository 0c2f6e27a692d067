using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AwardFlow.Intake;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwardFlow.Web.Access;

/// <summary>
/// Knows callers by the header <c>X-Api-Key</c>. Where no key is configured it lets in callers on this very machine, but
/// no web page of another site that happens to be open there.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, OpenAccess openAccess)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    public const string Header = "X-Api-Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.TryGetValue(Header, out var given))
        {
            return Task.FromResult(keys.Find(given.ToString()) is { } key
                ? Ticket(key.Name, key.Role)
                : AuthenticateResult.Fail("The API key is not known."));
        }
        var open = !keys.Any && openAccess.OnThisMachine && IsFromThisMachine() && !CrossSite.IsFromAnotherSite(Request);
        return Task.FromResult(open ? Ticket(CycleCommands.AnybodyHere, Roles.Operator, Roles.Approver) : AuthenticateResult.NoResult());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }

    // A proxy on this machine speaks for callers elsewhere.
    private bool IsFromThisMachine() =>
        Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !Request.Headers.ContainsKey("Forwarded") && !Request.Headers.ContainsKey("X-Forwarded-For");

    private static AuthenticateResult Ticket(string name, params string[] roles) => AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], Name)), Name));
}
