using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Receipts;

/// <summary>
/// Follows up the letters of a correction by themselves, as a cycle's are: reminds those who have not confirmed, and completes
/// the correction when all are received or the time for its receipts is over. Its cycle may be completed long before.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">Corrections of their letters.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="reminders">Reminds.</param>
/// <param name="journals">Writes what became of the letters to the cycle's trail.</param>
/// <param name="clock">Whether the clock is believed.</param>
/// <param name="time">The clock.</param>
public sealed class CorrectionFollowUp(
    CycleStore cycles, CorrectionStore corrections, DeliveryLedger ledger, ReminderSender reminders, JournalTrail journals, ClockWatch clock, TimeProvider time)
{
    // The mail service is asked again no sooner.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is something to do about a correction.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="isBelieved">Whether the clock is.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<bool> IsDueAsync(Cycle cycle, Correction correction, bool isBelieved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(correction);
        if (correction.State != CorrectionState.Sent)
        {
            return false;
        }
        var rules = await RulesAsync(cycle, cancellationToken);
        var totals = await ledger.TotalsAsync(cycle.Id, correction.Letter, cancellationToken);
        return IsOver(correction, totals, rules, isBelieved) || (isBelieved && IsToRemind(correction, rules, totals.OpenReminders, totals.RemindFrom));
    }

    /// <summary>Does what is due about a correction.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">The correction, from 1.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<CorrectionStep> GoOnAsync(CycleId cycleId, int number, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.Paused is not null || await corrections.FindAsync(cycleId, number, cancellationToken) is not { State: CorrectionState.Sent } correction)
            {
                return new CorrectionStep(IsOver: true);
            }
            var rules = await RulesAsync(cycle, cancellationToken);
            var totals = await ledger.TotalsAsync(cycleId, correction.Letter, cancellationToken);
            var isBelieved = await clock.IsBelievedAsync(cancellationToken);
            if (!IsOver(correction, totals, rules, isBelieved))
            {
                return isBelieved ? await RemindAsync(cycle, correction, rules, cancellationToken) : new CorrectionStep(IsOver: true);
            }
            await journals.KeepLeftAsync(cycleId, cancellationToken);
            var now = time.GetUtcNow();
            var entry = new TrailEntry(TrailKind.CorrectionCompleted, By: null, now)
            {
                Subject = number.ToString(CultureInfo.InvariantCulture),
                After = TrailValues.Of(
                    ("letters", correction.Entries), ("received", totals.Received), ("mailed", totals.Mailed),
                    ("posted", totals.Posted), ("held", totals.Held), ("closesAt", ClosesAt(correction, rules))),
            };
            if (await corrections.TryCommitAsync(cycle, correction with { State = CorrectionState.Completed, CompletedAt = now }, entry, cancellationToken))
            {
                return new CorrectionStep(IsOver: true);
            }
        }
    }

    private async Task<CorrectionStep> RemindAsync(Cycle cycle, Correction correction, ReceiptRules rules, CancellationToken cancellationToken)
    {
        var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
        foreach (var page in correction.Pages)
        {
            if (await ledger.TallyAsync(cycle.Id, correction.Letter, page, cancellationToken) is { } tally
                && IsToRemind(correction, rules, tally.OpenReminders, tally.RemindFrom)
                && (await reminders.RemindCorrectionAsync(cycle, correction, words, page, cancellationToken)).LookAgainAt is { } lookAgainAt)
            {
                var soonest = time.GetUtcNow() + Pause;
                return new CorrectionStep(IsOver: false, lookAgainAt < soonest ? soonest : lookAgainAt);
            }
        }
        return new CorrectionStep(IsOver: true);
    }

    // A letter that waits for the post is not over by time: its recipient has not had it.
    private bool IsOver(Correction correction, LedgerTotals totals, ReceiptRules rules, bool isBelieved) =>
        (isBelieved && time.GetUtcNow() >= ClosesAt(correction, rules) && totals.ToPost == 0)
        || totals.Received >= (correction.Cancelled is null ? totals.Letters : totals.Mailed + totals.Posted);

    private bool IsToRemind(Correction correction, ReceiptRules rules, int open, DateTimeOffset? from) =>
        time.GetUtcNow() < ClosesAt(correction, rules)
        && (open > 0 || (rules.Reminders > 0 && from is { } last && ReminderDues.After(last, rules) <= time.GetUtcNow()));

    private static DateTimeOffset ClosesAt(Correction correction, ReceiptRules rules) =>
        (correction.SentAt ?? correction.MadeAt).AddDays(rules.ClosesReceiptsAfterDays);

    private async Task<ReceiptRules> RulesAsync(Cycle cycle, CancellationToken cancellationToken) =>
        (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
}
