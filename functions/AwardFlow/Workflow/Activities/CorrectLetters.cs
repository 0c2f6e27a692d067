using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Takes a correction of letters as far as it can go, and follows it up once it is sent.</summary>
/// <param name="sender">Renders and mails it.</param>
/// <param name="followUp">Reminds, and completes it.</param>
/// <param name="run">Runs it.</param>
public sealed class CorrectLetters(CorrectionSender sender, CorrectionFollowUp followUp, ActivityRun run) : TaskActivity<CorrectionRef, CorrectionStep>
{
    /// <inheritdoc/>
    public override Task<CorrectionStep> RunAsync(TaskActivityContext context, CorrectionRef input) =>
        run.AsAsync(context, input, async stopping =>
            await sender.GoOnAsync(input.CycleId, input.Number, stopping) is { IsOver: false } step ? step : await followUp.GoOnAsync(input.CycleId, input.Number, stopping));
}
