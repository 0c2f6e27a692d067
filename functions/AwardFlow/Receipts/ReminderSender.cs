using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;

namespace AwardFlow.Receipts;

/// <summary>Reminds the recipients of a page who have not confirmed, each once for one due, and goes on where an earlier worker stopped.</summary>
/// <param name="ledger">Where dues, reminders and receipts are written.</param>
/// <param name="sender">Mails them, with the pace, claims and reconciliation of letters.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderSender(DeliveryLedger ledger, LetterSender sender, TimeProvider time)
{
    /// <summary>Enters the reminders that are due, and mails what is left of these and earlier ones.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">The page's entries, in the order of their codes.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<PageSent> SendAsync(CycleDefinition definition, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entries);
        await EnterDuesAsync(definition, entries, cancellationToken);
        var open = new List<(Entry, LetterDelivery)>();
        var byCode = entries.ToDictionary(entry => entry.Code);
        foreach (var reminder in await RemindersAsync(definition.Id, entries, cancellationToken))
        {
            if (!reminder.IsSettled && byCode.TryGetValue(reminder.EntryCode, out var entry) && !await IsOvertakenAsync(reminder, cancellationToken))
            {
                open.Add((entry, reminder));
            }
        }
        return await sender.SendAsync(definition, open, cancellationToken);
    }

    private async Task EnterDuesAsync(CycleDefinition definition, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var rules = definition.ReceiptsOrUsual();
        var due = new List<LetterDelivery>();
        await foreach (var letter in ledger.ListAsync(definition.Id, entries[0].Code, entries[^1].Code, cancellationToken))
        {
            if (ReminderDues.Next(letter, rules) <= time.GetUtcNow())
            {
                due.Add(letter);
            }
        }
        if (due.Count == 0)
        {
            return;
        }
        var returned = (await RemindersAsync(definition.Id, entries, cancellationToken))
            .Where(reminder => reminder.State is DeliveryState.Bounced or DeliveryState.Dropped)
            .ToLookup(reminder => (reminder.EntryCode, reminder.Sending));
        foreach (var letter in due)
        {
            if (returned[(letter.EntryCode, letter.Sending)].FirstOrDefault() is { } lost)
            {
                var detail = string.Create(CultureInfo.InvariantCulture, $"Reminder {lost.Reminder} came back. {lost.Detail}");
                await ledger.TryMoveAsync(letter, letter with { Reminders = rules.Reminders, Detail = detail }, JournalCause.ReminderCameBack, by: null, cancellationToken);
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
        var letter = await ledger.FindAsync(reminder.Cycle, reminder.EntryCode, cancellationToken);
        if (letter is not null && letter.Sending == reminder.Sending && letter.Address == reminder.Address && letter.State is DeliveryState.Accepted or DeliveryState.Deferred or DeliveryState.Delivered)
        {
            return false;
        }
        var dropped = reminder with { State = DeliveryState.Dropped, StateAt = time.GetUtcNow(), Detail = "The letter that it was about came back, was sent again, or goes to another address." };
        return await ledger.TryMoveAsync(reminder, dropped, JournalCause.Overtaken, by: null, cancellationToken) is not null;
    }

    private async Task<List<LetterDelivery>> RemindersAsync(string cycle, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var reminders = new List<LetterDelivery>();
        await foreach (var reminder in ledger.RemindersAsync(cycle, entries[0].Code, entries[^1].Code, cancellationToken))
        {
            reminders.Add(reminder);
        }
        return reminders;
    }
}
