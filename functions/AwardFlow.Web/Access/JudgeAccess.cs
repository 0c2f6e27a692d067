using System.Globalization;
using AwardFlow.Intake.Judging;
using AwardFlow.Trail;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Access;

/// <summary>
/// Knows judges by the token of their link, in the header <c>X-Judge-Token</c>. It opens the judge's own sheet; no key and no
/// role opens that, and it opens nothing else.
/// </summary>
internal static class JudgeAccess
{
    public const string Header = "X-Judge-Token";

    /// <summary>Has the routes of a group answer nobody but a judge.</summary>
    public static RouteGroupBuilder ForJudges(this RouteGroupBuilder group)
    {
        group.AllowAnonymous().ForOutsiders().AddEndpointFilter(async (context, next) =>
        {
            await OpenAsync(context.HttpContext);
            return await next(context);
        });
        return group;
    }

    /// <summary>The sheet that the request's token opened.</summary>
    public static JudgeSitting SittingOf(HttpContext context) => context.Features.Get<Opened>()!.Sitting;

    /// <summary>The judge, for records of what was done.</summary>
    public static Actor ActorOf(HttpContext context) => JudgingCommands.ActorOf(SittingOf(context), Caller.Of(context).From);

    private static async Task OpenAsync(HttpContext context)
    {
        var wrong = context.RequestServices.GetService(typeof(WrongJudgeTokens)) as WrongJudgeTokens ?? throw new InvalidOperationException();
        var desk = context.RequestServices.GetService(typeof(JudgeDesk)) as JudgeDesk ?? throw new InvalidOperationException();
        var links = context.RequestServices.GetService(typeof(JudgeLinks)) as JudgeLinks ?? throw new InvalidOperationException();
        var address = context.Connection.RemoteIpAddress;
        // Two tokens are nobody's. A page of another site has none, and no browser lets it send this header.
        var token = context.Request.Headers.TryGetValue(Header, out var given) && given is [{ Length: > 0 } one] ? one : null;
        // A signature is cheap to check and nobody guesses one: a committee that shares an address is not kept out by who tries.
        var genuine = token is not null && links.IsGenuine(token);
        if (!genuine && !wrong.MayTry(address))
        {
            wrong.Refused(address);
            throw Wait(context);
        }
        if (genuine && await desk.OpenAsync(token!, context.RequestAborted) is { } sitting)
        {
            await desk.SeeAsync(sitting, context.RequestAborted);
            context.Features.Set(new Opened(sitting));
            return;
        }
        if (token is not null && !genuine && !wrong.Wrong(address))
        {
            throw Wait(context);
        }
        throw new RequestRefusedException(StatusCodes.Status401Unauthorized, JudgingTexts.NoLinkTitle, JudgingTexts.NoLink);
    }

    private static RequestRefusedException Wait(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.RetryAfter = WrongKeys.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return new RequestRefusedException(StatusCodes.Status429TooManyRequests, JudgingTexts.WaitTitle, JudgingTexts.Wait);
    }

    private sealed record Opened(JudgeSitting Sitting);
}
