using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Looks at what came of the letters, and says what is next.</summary>
/// <param name="followUp">Looks.</param>
/// <param name="run">Runs it.</param>
public sealed class FollowUpReceipts(ReceiptFollowUp followUp, ActivityRun run) : TaskActivity<CycleRef, FollowUp>
{
    /// <inheritdoc/>
    public override Task<FollowUp> RunAsync(TaskActivityContext context, CycleRef input) =>
        run.AsAsync(context, input, stopping => followUp.LookAsync(input.CycleId, stopping));
}
