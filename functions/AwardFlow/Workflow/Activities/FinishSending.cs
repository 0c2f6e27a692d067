using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter was handed to the mail service, if that is so.</summary>
/// <param name="sender">Mails letters.</param>
/// <param name="run">Runs it.</param>
public sealed class FinishSending(LetterSender sender, ActivityRun run) : TaskActivity<CycleRef, bool>
{
    /// <inheritdoc/>
    public override Task<bool> RunAsync(TaskActivityContext context, CycleRef input) =>
        run.AsAsync(context, input, stopping => sender.FinishAsync(input.CycleId, stopping));
}
