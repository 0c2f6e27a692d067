using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Takes a correction of letters as far as it can go.</summary>
/// <param name="sender">Renders and mails it.</param>
/// <param name="run">Runs it.</param>
public sealed class CorrectLetters(CorrectionSender sender, ActivityRun run) : TaskActivity<CorrectionRef, CorrectionStep>
{
    /// <inheritdoc/>
    public override Task<CorrectionStep> RunAsync(TaskActivityContext context, CorrectionRef input) =>
        run.AsAsync(context, input, stopping => sender.GoOnAsync(input.CycleId, input.Number, stopping));
}
