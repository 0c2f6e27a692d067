using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>
/// Looks at what came of the letters: completes the cycle when all are received or the time for receipts is over, and
/// otherwise says whether reminders are due. A letter that waits to be sent again, of which nobody told the flow, is seen here.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="outcomes">What is finished.</param>
/// <param name="time">The clock.</param>
/// <param name="run">Runs it.</param>
public sealed class FollowUpReceipts(CycleStore cycles, DeliveryLedger ledger, StepOutcomes outcomes, TimeProvider time, ActivityRun run) : TaskActivity<CycleRef, FollowUp>
{
    // A late bounce, or a signal that was lost, is seen within a day.
    private static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override Task<FollowUp> RunAsync(TaskActivityContext context, CycleRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<FollowUp> DoAsync(CycleRef input, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The row is read first: a resend that is asked for after the receipts were counted changes it.
            var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
            if (cycle.State != CycleState.Sent)
            {
                return new FollowUp(cycle.State == CycleState.Completed ? FollowUpKind.Done : FollowUpKind.Send);
            }
            var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
            var now = time.GetUtcNow();
            var closesAt = cycle.SentAt!.Value.AddDays(rules.ClosesReceiptsAfterDays);
            if (now < closesAt && await ledger.ReceivedAsync(cycle.Id, cancellationToken) < cycle.Letters)
            {
                var (unsent, due) = await LookAsync(cycle.Id, rules, cancellationToken);
                if (unsent.Count > 0)
                {
                    foreach (var page in unsent)
                    {
                        await outcomes.ForgetAsync(nameof(SendPage), new PageRef(cycle.Id, page), cancellationToken);
                    }
                    return new FollowUp(FollowUpKind.Send);
                }
                if (cycle.Problem is not null && !await cycles.TryReplaceAsync(cycle with { Problem = null }, cancellationToken))
                {
                    continue;
                }
                return due <= now || await ledger.HasOpenReminderAsync(cycle.Id, cancellationToken)
                    ? new FollowUp(FollowUpKind.Remind)
                    : new FollowUp(FollowUpKind.Wait, new[] { closesAt, due ?? closesAt, now + LookEvery }.Min());
            }
            if (await cycles.TryReplaceAsync(cycle with { State = CycleState.Completed, CompletedAt = now, Problem = null }, cancellationToken))
            {
                return new FollowUp(FollowUpKind.Done);
            }
        }
    }

    // The pages with letters that wait to be sent, and when the first reminder is due.
    private async Task<(IReadOnlySet<int> UnsentPages, DateTimeOffset? Due)> LookAsync(string cycle, ReceiptRules rules, CancellationToken cancellationToken)
    {
        var unsent = new HashSet<int>();
        DateTimeOffset? earliest = null;
        await foreach (var letter in ledger.ListAsync(cycle, cancellationToken))
        {
            if (!letter.IsSettled)
            {
                unsent.Add(letter.Page);
            }
            var due = ReminderDues.Next(letter, rules);
            earliest = earliest is null || due < earliest ? due ?? earliest : earliest;
        }
        return (unsent, earliest);
    }
}
