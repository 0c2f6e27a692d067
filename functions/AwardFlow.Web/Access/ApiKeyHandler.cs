using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using AwardFlow.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwardFlow.Web.Access;

/// <summary>
/// Knows callers by the header <c>X-Api-Key</c>. Where nobody has a key it lets in callers on this very machine, but no web
/// page of another site that happens to be open there.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger,
    UrlEncoder encoder, KnownCallers callers, OpenAccess openAccess, WrongKeys wrongKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    public const string Header = "X-Api-Key";

    private static readonly string[] NamesOfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private bool _mustWait;
    private bool _unreadable;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.TryGetValue(Header, out var given))
        {
            // Two keys are nobody's: a proxy and what stands behind it may each look at another.
            return Task.FromResult(given is [{ } key] ? WithKey(key) : AuthenticateResult.Fail("There must be one API key."));
        }
        var open = !callers.Any && openAccess.OnThisMachine && IsFromThisMachine() && !CrossSite.IsFromAnotherSite(Request);
        return Task.FromResult(
            open ? Ticket(new KnownCaller(Actor.AnybodyHere, Actor.AnybodyHere, [Roles.Operator, Roles.Approver], [])) : AuthenticateResult.NoResult());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_mustWait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = WrongKeys.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        }
        if (_unreadable)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }

    private AuthenticateResult WithKey(string given)
    {
        var address = Context.Connection.RemoteIpAddress;
        if (!wrongKeys.MayTry(address, given))
        {
            wrongKeys.Refused(address);
            _mustWait = true;
            return AuthenticateResult.Fail("Too many wrong keys came from this address.");
        }
        if (callers.Find(given, out _unreadable) is { } caller)
        {
            wrongKeys.Right(address, given);
            return Ticket(caller);
        }
        _mustWait = !wrongKeys.Wrong(address);
        return AuthenticateResult.Fail("The API key is not known.");
    }

    // A proxy on this machine speaks for callers elsewhere, and a name that somebody made lead here is not this machine's.
    private bool IsFromThisMachine() =>
        Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && NamesOfThisMachine.Contains(Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ProxyTraces.Has(Request);

    private static AuthenticateResult Ticket(KnownCaller caller) => AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), Name));
}
