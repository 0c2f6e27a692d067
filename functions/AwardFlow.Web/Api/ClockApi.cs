using AwardFlow.Storage;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>What AwardFlow's clock says, and a person's word that it is right.</summary>
internal static class ClockApi
{
    public static void MapClock(this IEndpointRouteBuilder api)
    {
        api.MapGet("/clock", GetAsync).RequireAuthorization(Policies.AnyRole).WithSummary("What the clock says, and why it is not believed, if it is not");
        api.MapPost("/clock", ConfirmAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<Confirmation>("application/json")
            .WithSummary("Say that the clock is right, by the time as you see it");
    }

    private static async Task<Ok<ClockView>> GetAsync(ClockWatch clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(ClockView.Of(await clock.LookAsync(cancellationToken)));

    private static async Task<Ok<ClockView>> ConfirmAsync(HttpContext context, ClockWatch clock, CancellationToken cancellationToken)
    {
        var said = await JsonBody.ReadAsync<Confirmation>(context.Request, "now", "{\"now\": \"2021-10-08T16:30:00+07:00\"}", cancellationToken);
        if (!await clock.ConfirmAsync(said.Now, Caller.Of(context), cancellationToken))
        {
            throw new RequestRefusedException(
                StatusCodes.Status409Conflict, ClockTexts.NotTheSame, ClockTexts.SetIt((await clock.LookAsync(cancellationToken)).Wall));
        }
        return TypedResults.Ok(ClockView.Of(await clock.LookAsync(cancellationToken)));
    }

    /// <summary>The clock.</summary>
    /// <param name="Now">What it says.</param>
    /// <param name="IsBelieved">Whether closings, reminders and completions go by it.</param>
    /// <param name="Doubt">Why it is not believed.</param>
    /// <param name="Reckoned">The time by what has gone since it was last believed, where it was set while AwardFlow ran.</param>
    /// <param name="SeenAt">When AwardFlow last ran with a clock that it believed, where it was away for long.</param>
    internal sealed record ClockView(DateTimeOffset Now, bool IsBelieved, ClockDoubt? Doubt, DateTimeOffset? Reckoned, DateTimeOffset? SeenAt)
    {
        public static ClockView Of(ClockReading reading) => new(
            reading.Wall, reading.Doubt is null, reading.Doubt,
            reading.Doubt == ClockDoubt.Parted ? reading.Reckoned : null, reading.Doubt == ClockDoubt.LongGap ? reading.SeenAt : null);
    }

    /// <summary>A person's word.</summary>
    /// <param name="Now">The time as the person sees it.</param>
    internal sealed record Confirmation(DateTimeOffset Now);
}
