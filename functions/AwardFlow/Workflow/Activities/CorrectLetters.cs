using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Takes a correction of letters as far as it can go, and follows it up once it is sent.</summary>
/// <param name="sender">Renders and mails it.</param>
/// <param name="followUp">Reminds, and completes it.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="run">Runs it.</param>
public sealed class CorrectLetters(CorrectionSender sender, CorrectionFollowUp followUp, CycleStore cycles, ActivityRun run)
    : TaskActivity<CorrectionRef, CorrectionStep>
{
    /// <inheritdoc/>
    public override Task<CorrectionStep> RunAsync(TaskActivityContext context, CorrectionRef input) =>
        run.AsAsync(context, input, async stopping =>
        {
            var step = await sender.GoOnAsync(input.CycleId, input.Number, stopping) is { IsOver: false } going
                ? going
                : await followUp.GoOnAsync(input.CycleId, input.Number, stopping);
            // Of a completed cycle no other step takes away what is over.
            await cycles.ChangeAsync(
                input.CycleId, cycle => cycle is { State: CycleState.Completed, Problem: not null } ? cycle with { Problem = null } : cycle, stopping);
            return step;
        });
}
