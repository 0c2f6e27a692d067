using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails the letters of one page of results.</summary>
/// <param name="sender">Mails letters.</param>
/// <param name="run">Runs it.</param>
public sealed class SendPage(LetterSender sender, ActivityRun run) : TaskActivity<PageRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, PageRef input) =>
        run.AsAsync(context, input, stopping => sender.SendPageAsync(input.CycleId, input.Page, stopping));
}
