using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Which pages something is left to do on, as the ledger's tallies say.</summary>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="followUp">Knows whose reminders are due.</param>
/// <param name="run">Runs it.</param>
public sealed class PagesLeft(DeliveryLedger ledger, ReceiptFollowUp followUp, ActivityRun run) : TaskActivity<PagesLeftOf, int[]>
{
    /// <inheritdoc/>
    public override Task<int[]> RunAsync(TaskActivityContext context, PagesLeftOf input) => run.AsAsync(context, input, async stopping =>
    {
        var range = input.Range;
        if (input.Orchestrator == nameof(RemindPages))
        {
            return [.. await followUp.RemindPagesAsync(range.CycleId, range.First, range.Last, stopping)];
        }
        var done = (await ledger.TalliesAsync(range.CycleId, range.First, range.Last, stopping))
            .Where(tally => input.Orchestrator == nameof(RenderPages) ? tally.IsEntered : tally.IsMailed).Select(tally => tally.Page);
        return Enumerable.Range(range.First, range.Count()).Except(done).ToArray();
    });
}
