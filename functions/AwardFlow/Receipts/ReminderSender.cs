using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Receipts;

/// <summary>Reminds the recipients of a page who have not confirmed, each once for one due, and goes on where an earlier worker stopped.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="ledger">Where dues, reminders and receipts are written.</param>
/// <param name="run">Mails them, with the pace, claims and reconciliation of letters.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderSender(CycleStore cycles, ResultsStore results, DeliveryLedger ledger, MailRun run, TimeProvider time)
{
    /// <summary>Enters the reminders of a page that are due, and mails what is left of these and earlier ones.</summary>
    /// <param name="cycleId">The cycle; nobody is reminded unless its letters are sent.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<PageSent> RemindPageAsync(CycleId cycleId, int page, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.State != CycleState.Sent || cycle.Paused is not null)
        {
            return new PageSent(0); // Letters go first, and nobody is reminded of a cycle that is completed.
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        if (!IsDue(await ledger.TallyAsync(cycleId, page, cancellationToken), definition.ReceiptsOrUsual()))
        {
            return new PageSent(0);
        }
        var entries = (await results.ReadPageAsync(cycle, page, cancellationToken)).Select(result => result.Entry).ToList();
        return await RemindAsync(definition, page, entries, cancellationToken);
    }

    /// <summary>The same for the letters of a correction.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="correction">The correction, sent.</param>
    /// <param name="words">What it says.</param>
    /// <param name="page">The page of results, from 1.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    internal async Task<PageSent> RemindCorrectionAsync(
        Cycle cycle, Correction correction, CorrectionWords words, int page, CancellationToken cancellationToken)
    {
        var entries = (await results.ReadPageAsync(cycle, page, cancellationToken))
            .Where(result => words.Has(result.Entry.Code))
            .Select(result => words.EntryOf(result.Entry)).ToList();
        return await RemindAsync(words.Definition, page, entries, cancellationToken, correction.Letter);
    }

    /// <summary>The same for the page's entries, as they are read from the results.</summary>
    internal async Task<PageSent> RemindAsync(
        CycleDefinition definition, int page, IReadOnlyList<Entry> entries, CancellationToken cancellationToken, int letter = 1)
    {
        await EnterDuesAsync(definition, letter, entries, cancellationToken);
        var open = new List<(Entry, LetterDelivery)>();
        var byCode = entries.ToDictionary(entry => entry.Code);
        foreach (var reminder in await RemindersAsync(definition.Id, letter, entries, cancellationToken))
        {
            if (!reminder.IsSettled && byCode.TryGetValue(reminder.EntryCode, out var entry) && !await IsOvertakenAsync(reminder, cancellationToken))
            {
                open.Add((entry, reminder));
            }
        }
        var sent = await run.SendAsync(definition, open, cancellationToken);
        if (sent.LookAgainAt is null)
        {
            await SetRemindFromAsync(definition, letter, page, entries, cancellationToken);
        }
        return sent;
    }

    private bool IsDue(PageTally? tally, ReceiptRules rules) =>
        tally is not null && (tally.OpenReminders > 0 || (tally.RemindFrom is { } from && ReminderDues.After(from, rules) <= time.GetUtcNow()));

    private async Task EnterDuesAsync(CycleDefinition definition, int which, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var rules = definition.ReceiptsOrUsual();
        var due = await LettersAsync(definition.Id, which, entries, cancellationToken)
            .Where(letter => ReminderDues.Next(letter, rules) <= time.GetUtcNow())
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return;
        }
        var returned = (await RemindersAsync(definition.Id, which, entries, cancellationToken))
            .Where(reminder => reminder.State is DeliveryState.Bounced or DeliveryState.Dropped)
            .ToLookup(reminder => reminder.LetterId, StringComparer.Ordinal);
        foreach (var letter in due)
        {
            if (returned[letter.Id].FirstOrDefault() is { } lost)
            {
                var why = DeliveryCause.ReminderCameBack(lost.Reminder, lost.Why?.Code == "cameBack" ? lost.Why.Argument("reason") : lost.Why?.Words);
                await ledger.TryMoveAsync(letter, letter with { Reminders = rules.Reminders, Why = why }, why, by: null, cancellationToken);
            }
            else
            {
                // Not entered: somebody changed the row meanwhile, and the next look decides anew.
                await ledger.TryEnterReminderAsync(letter, cancellationToken);
            }
        }
    }

    // A receipt settles open reminders itself. A bounce, another sending of the letter or a corrected address is seen here.
    private async Task<bool> IsOvertakenAsync(LetterDelivery reminder, CancellationToken cancellationToken)
    {
        var letter = await ledger.FindAsync(reminder.Cycle, reminder.EntryCode, reminder.Letter, cancellationToken);
        if (letter is not null && letter.Id == reminder.LetterId && letter.Address == reminder.Address
            && letter.State is DeliveryState.Accepted or DeliveryState.Deferred or DeliveryState.Delivered)
        {
            return false;
        }
        var dropped = reminder with { State = DeliveryState.Dropped, StateAt = time.GetUtcNow(), Why = DeliveryCause.Overtaken };
        return await ledger.TryMoveAsync(reminder, dropped, DeliveryCause.Overtaken, by: null, cancellationToken) is not null;
    }

    // The tally is read before the rows: what changes one of them afterwards changes it too, and then it stands as it is.
    private async Task SetRemindFromAsync(CycleDefinition definition, int letter, int page, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var rules = definition.ReceiptsOrUsual();
        if (await ledger.TallyAsync(definition.Id, letter, page, cancellationToken) is { } tally)
        {
            var last = await LettersAsync(definition.Id, letter, entries, cancellationToken)
                .Where(row => ReminderDues.Next(row, rules) is not null)
                .Select(ReminderDues.LastMail)
                .MinAsync(cancellationToken: cancellationToken);
            await ledger.TrySetRemindFromAsync(tally, last, cancellationToken);
        }
    }

    private IAsyncEnumerable<LetterDelivery> LettersAsync(CycleId cycle, int letter, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var (first, last) = Ends(entries);
        return ledger.ListAsync(cycle, letter, first, last, cancellationToken);
    }

    private async Task<List<LetterDelivery>> RemindersAsync(CycleId cycle, int letter, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var (first, last) = Ends(entries);
        return await ledger.RemindersAsync(cycle, first, last, cancellationToken).Where(reminder => reminder.Letter == letter).ToListAsync(cancellationToken);
    }

    private static (EntryCode First, EntryCode Last) Ends(IReadOnlyList<Entry> entries)
    {
        var codes = entries.Select(entry => entry.Code).OrderBy(code => code.Text, StringComparer.Ordinal).ToList();
        return (codes[0], codes[^1]);
    }
}
