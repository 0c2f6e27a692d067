using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Reminds the recipients on one page of results who have not confirmed and whose reminder is due.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="sender">Mails reminders.</param>
/// <param name="run">Runs it.</param>
public sealed class RemindPage(CycleStore cycles, ResultsStore results, ReminderSender sender, ActivityRun run) : TaskActivity<PageRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, PageRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<PageSent> DoAsync(PageRef input, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
        if (cycle.State != CycleState.Sent)
        {
            return new PageSent(0); // Letters go first, and nobody is reminded of a cycle that is completed.
        }
        var page = await results.ReadPageAsync(cycle, input.Page, cancellationToken);
        return await sender.SendAsync(await cycles.DefinitionAsync(cycle, cancellationToken), [.. page.Select(result => result.Entry)], cancellationToken);
    }
}
