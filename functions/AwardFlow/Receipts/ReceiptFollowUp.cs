using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Receipts;

/// <summary>
/// Looks at what came of a cycle's letters, by the tallies of its pages: completes the cycle when all are received or the time
/// for receipts is over, and otherwise says what is next. A letter that waits to be mailed, of which nobody told the flow, is
/// seen here.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="journals">Writes what became of the letters to the cycle's trail.</param>
/// <param name="clock">Whether the clock is believed.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptFollowUp(CycleStore cycles, DeliveryLedger ledger, JournalTrail journals, ClockWatch clock, TimeProvider time)
{
    // A late bounce, or a signal that was lost, is seen within a day.
    private static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan LookAgainAtPaused = TimeSpan.FromMinutes(5);

    /// <summary>Looks at a cycle whose letters are released.</summary>
    public async Task<FollowUp> LookAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The row is read first: what is done to the cycle after the letters were counted changes it.
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.IsFinished)
            {
                return new FollowUp(FollowUpKind.Done);
            }
            if (cycle.Paused is not null)
            {
                return new FollowUp(FollowUpKind.Wait, time.GetUtcNow() + LookAgainAtPaused);
            }
            if (cycle.State != CycleState.Sent)
            {
                return new FollowUp(FollowUpKind.Send, HasProblem: cycle.Problem is not null);
            }
            var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
            var now = time.GetUtcNow();
            var closesAt = cycle.SentAt!.Value.AddDays(rules.ClosesReceiptsAfterDays);
            var totals = await ledger.TotalsAsync(cycleId, cancellationToken);
            var isBelieved = await clock.IsBelievedAsync(cancellationToken);
            // A letter that waits for the post is not over by time: its recipient has not had it.
            var isTimeOver = now >= closesAt && isBelieved && totals.ToPost == 0;
            if (isTimeOver || totals.Received >= (cycle.Cancelled is null ? cycle.Letters : totals.Mailed + totals.Posted))
            {
                await journals.KeepLeftAsync(cycleId, cancellationToken);
                var entry = new TrailEntry(TrailKind.Completed, By: null, now)
                {
                    After = TrailValues.Of(
                        ("letters", cycle.Letters), ("received", totals.Received), ("mailed", totals.Mailed),
                        ("posted", totals.Posted), ("held", totals.Held), ("closesAt", closesAt)),
                };
                if (await cycles.TryCommitAsync(cycle with { State = CycleState.Completed, CompletedAt = now, Problem = null }, [], entry, cancellationToken)
                    is not null)
                {
                    return new FollowUp(FollowUpKind.Done);
                }
                continue;
            }
            // Past the time nobody is reminded any more.
            var due = isBelieved && now < closesAt && rules.Reminders > 0 && totals.RemindFrom is { } from
                ? ReminderDues.After(from, rules)
                : (DateTimeOffset?)null;
            var reminds = isBelieved && (due <= now || totals.OpenReminders > 0);
            if (totals.Settled < totals.Entries)
            {
                // A letter that waits for its recipient's server keeps no other from its reminder.
                return new FollowUp(FollowUpKind.Send, reminds ? null : due, reminds, cycle.Problem is not null);
            }
            if (cycle.Problem is not null && !await cycles.TryReplaceAsync(cycle with { Problem = null }, cancellationToken))
            {
                continue;
            }
            if (!isBelieved)
            {
                return new FollowUp(FollowUpKind.Wait, now + ClockWatch.LookAgain);
            }
            return reminds
                ? new FollowUp(FollowUpKind.Remind)
                : new FollowUp(
                    FollowUpKind.Wait, new[] { now < closesAt ? closesAt : DateTimeOffset.MaxValue, due ?? DateTimeOffset.MaxValue, now + LookEvery }.Min());
        }
    }

    /// <summary>The pages on which recipients are to be reminded, or reminders are not settled.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="first">The first page to look at.</param>
    /// <param name="last">The last page to look at.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<int>> RemindPagesAsync(CycleId cycleId, int first, int last, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
        var now = time.GetUtcNow();
        return
        [
            .. (await ledger.TalliesAsync(cycleId, first, last, cancellationToken))
                .Where(tally => tally.OpenReminders > 0 || (rules.Reminders > 0 && tally.RemindFrom is { } from && ReminderDues.After(from, rules) <= now))
                .Select(tally => tally.Page),
        ];
    }
}
