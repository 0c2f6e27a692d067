using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Reminds the recipients on one page of results who have not confirmed and whose reminder is due.</summary>
/// <param name="sender">Mails reminders.</param>
/// <param name="run">Runs it.</param>
public sealed class RemindPage(ReminderSender sender, ActivityRun run) : TaskActivity<PageRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, PageRef input) =>
        run.AsAsync(context, input, stopping => sender.RemindPageAsync(input.CycleId, input.Page, stopping));
}
