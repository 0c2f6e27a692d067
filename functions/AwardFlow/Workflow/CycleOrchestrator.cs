using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>
/// A cycle from its first upload to its last receipt. The order of the stages stands here and nowhere else. It goes as far
/// as it can, waits once, and continues as new: what is done answers at once, and no history grows however long a cycle
/// waits.
/// </summary>
public sealed class CycleOrchestrator : TaskOrchestrator<CycleStart, object?>
{
    // The mail service is asked again no sooner, however it answered.
    private static readonly TimeSpan PauseInTrouble = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, CycleStart input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        FlowVersion.MustBeCurrent(input.FlowVersion);
        try
        {
            if (!await GoOnAsync(context, input))
            {
                context.ContinueAsNew(input);
            }
            return null;
        }
        catch (TaskFailedException e)
        {
            await context.TellAsync(input.CycleId, e);
            throw;
        }
    }

    // Whether the cycle is completed; otherwise it is to be looked at anew.
    private static async Task<bool> GoOnAsync(TaskOrchestrationContext context, CycleStart start)
    {
        var cycle = new CycleRef(start.CycleId);

        var closing = await context.CallAsync<Closing>(nameof(CloseScores), cycle);
        if (closing.Over)
        {
            return true;
        }
        if (!closing.Closed)
        {
            await context.WaitAsync(closing.LookAgainAt);
            return false;
        }

        var pages = PageRange.Of(start, closing.Pages);
        if (!closing.Rendered)
        {
            await context.CallPagesAsync(nameof(RenderPages), pages);
            await context.CallAsync<CycleState>(nameof(FinishRendering), cycle);
        }

        var release = await context.CallAsync<Release>(nameof(ReleaseLetters), cycle);
        if (!release.Released)
        {
            await context.WaitAsync(release.LookAgainAt);
            return false;
        }

        var next = await context.CallAsync<FollowUp>(nameof(FollowUpReceipts), cycle);
        switch (next.Next)
        {
            case FollowUpKind.Send:
                await MailAsync(context, next, pages, next.RemindToo ? [nameof(SendPages), nameof(RemindPages)] : [nameof(SendPages)]);
                await context.CallAsync<bool>(nameof(FinishSending), cycle);
                return false;
            case FollowUpKind.Remind:
                await MailAsync(context, next, pages, [nameof(RemindPages)]);
                return false;
            case FollowUpKind.Wait:
                await context.WaitAsync(next.LookAgainAt);
                return false;
            default:
                return true;
        }
    }

    // Mails what is left, as far as the pace, the mail service and unknown outcomes let it.
    private static async Task MailAsync(TaskOrchestrationContext context, FollowUp next, PageRange pages, string[] orchestrators)
    {
        var done = new PagesDone();
        foreach (var orchestrator in orchestrators)
        {
            done = PagesDone.Of([done, await context.CallPagesAsync(orchestrator, pages)]);
        }
        if (done.InTrouble || next.HasProblem)
        {
            await context.RecordAsync(done.InTrouble ? CycleProblem.MailServiceAway(pages.CycleId) : CycleProblem.None(pages.CycleId));
        }
        if (done.LookAgainAt is { } lookAgainAt)
        {
            var soonest = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero) + PauseInTrouble;
            await context.WaitAsync(done.InTrouble ? lookAgainAt < soonest ? soonest : lookAgainAt : PagesDone.Earlier(lookAgainAt, next.LookAgainAt));
        }
    }
}
