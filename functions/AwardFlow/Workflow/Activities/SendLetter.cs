using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails one letter that waits to be mailed.</summary>
/// <param name="sender">Mails letters.</param>
/// <param name="run">Runs it.</param>
public sealed class SendLetter(LetterSender sender, ActivityRun run) : TaskActivity<LetterRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, LetterRef input) =>
        run.AsAsync(context, input, stopping => sender.SendOneAsync(input.CycleId, input.EntryCode, stopping));
}
