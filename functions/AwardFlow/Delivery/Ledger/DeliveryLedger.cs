using AwardFlow.Cycles;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Delivery;

/// <summary>
/// Keeps what became of every letter and reminder. Each change of a row is made against the row that was read, and is
/// written to the entry's journal in the same transaction.
/// </summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which letters come back.</param>
public sealed partial class DeliveryLedger(IStorage storage, TimeProvider time, ILogger<DeliveryLedger> logger)
{
    /// <summary>Enters an entry unless it is there.</summary>
    public async Task EnterAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var entered = delivery with { StateAt = time.GetUtcNow() };
        await TryCommitAsync(entered.Partition, [RowChange.Add(entered), RowChange.Add(Line(null, entered, JournalCause.Rendered, by: null, number: 0))], cancellationToken);
    }

    /// <summary>Enters the entries of a cycle that are not there yet, as many in a commit as it takes.</summary>
    public async Task EnterAsync(IReadOnlyList<LetterDelivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        foreach (var some in deliveries.Chunk(RowLimits.MostChanges / 2))
        {
            var now = time.GetUtcNow();
            var entered = some.Select(delivery => delivery with { StateAt = now }).ToList();
            List<RowChange> changes = [.. entered.Select(RowChange.Add), .. entered.Select(each => RowChange.Add(Line(null, each, JournalCause.Rendered, by: null, number: 0)))];
            if (await TryCommitAsync(some[0].Partition, changes, cancellationToken) is null)
            {
                // Some are there from an earlier run.
                foreach (var delivery in some)
                {
                    await EnterAsync(delivery, cancellationToken);
                }
            }
        }
    }

    /// <summary>One entry's row, or null.</summary>
    public async Task<LetterDelivery?> FindAsync(string cycle, string entryCode, CancellationToken cancellationToken) =>
        EntryCode.IsValid(entryCode) ? await ReadAsync<LetterDelivery>(cycle, LetterDelivery.KeyOf(entryCode), cancellationToken) : null;

    /// <summary>A row as it now is.</summary>
    public async Task<LetterDelivery> RereadAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return await ReadAsync<LetterDelivery>(row.Partition, row.Key, cancellationToken) ?? row;
    }

    /// <summary>A cycle's rows, by entry code, without the reminders.</summary>
    public IAsyncEnumerable<LetterDelivery> ListAsync(string cycle, CancellationToken cancellationToken) =>
        RangeAsync<LetterDelivery>(cycle, "d!", "d\"", cancellationToken);

    /// <summary>The rows of entries that stand next to each other in the order of their codes, without the reminders.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListAsync(string cycle, string first, string last, CancellationToken cancellationToken) =>
        RangeAsync<LetterDelivery>(cycle, LetterDelivery.KeyOf(first), LetterDelivery.KeyOf(last) + "!", cancellationToken);

    /// <summary>The reminders of entries that stand next to each other in the order of their codes, an entry's oldest first.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> RemindersAsync(string cycle, string first, string last, CancellationToken cancellationToken) =>
        RangeAsync<LetterDelivery>(cycle, $"{LetterDelivery.ReminderPrefix}{first}!", $"{LetterDelivery.ReminderPrefix}{last}\"", cancellationToken);

    /// <summary>An entry's reminder, of its letter's last sending that had one with this number; null where there is none.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="number">Which reminder, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<LetterDelivery?> FindReminderAsync(string cycle, string entryCode, int number, CancellationToken cancellationToken)
    {
        LetterDelivery? last = null;
        if (EntryCode.IsValid(entryCode))
        {
            await foreach (var reminder in RemindersAsync(cycle, entryCode, entryCode, cancellationToken))
            {
                last = reminder.Reminder == number ? reminder : last;
            }
        }
        return last;
    }

    /// <summary>Whether a reminder is not settled: it waits to be mailed, or a worker was cut off in the middle of it.</summary>
    public async Task<bool> HasOpenReminderAsync(string cycle, CancellationToken cancellationToken)
    {
        await foreach (var reminder in storage.Rows.ListAsync<LetterDelivery>(cycle, RowRange.Prefix(LetterDelivery.ReminderPrefix), cancellationToken))
        {
            if (!reminder.IsSettled)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>How many letters of a cycle are received.</summary>
    public async Task<int> ReceivedAsync(string cycle, CancellationToken cancellationToken) =>
        (await ReadAsync<ReceiptTally>(cycle, ReceiptTally.Row, cancellationToken))?.Received ?? 0;

    /// <summary>An entry's journal, in the order in which things happened.</summary>
    public async Task<IReadOnlyList<DeliveryTransition>> JournalAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        var lines = new List<DeliveryTransition>();
        await foreach (var line in RangeAsync<DeliveryTransition>(cycle, DeliveryTransition.Prefix(entryCode), $"j!{entryCode}\"", cancellationToken))
        {
            lines.Add(line);
        }
        return [.. lines.OrderBy(line => line.At).ThenBy(line => line.Key, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Changes a row if nobody changed it since it was read. When a letter is received, its reminders that are not settled
    /// or are held are too, in the same transaction: none of them goes out afterwards, and nobody has to decide about one.
    /// </summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="after">The row as it is to be.</param>
    /// <param name="cause">What brings it about, for the journal.</param>
    /// <param name="by">Who, where it is a person.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is, or null where somebody changed it meanwhile; then nothing was written.</returns>
    public async Task<LetterDelivery?> TryMoveAsync(LetterDelivery before, LetterDelivery after, JournalCause cause, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(cause);
        var moved = after with { Transitions = before.Transitions + 1 };
        List<RowChange> changes = [Replace(before, moved), RowChange.Add(Line(before, moved, cause, by, moved.Transitions))];
        if (before.Reminder == 0 && (before.State == DeliveryState.Received) != (after.State == DeliveryState.Received))
        {
            changes.Add(await CountAsync(before.Cycle, after.State == DeliveryState.Received ? 1 : -1, cancellationToken));
            if (after.State == DeliveryState.Received)
            {
                changes.AddRange(await WithdrawRemindersAsync(before, cancellationToken));
            }
        }
        if (await TryCommitAsync(before.Partition, changes, cancellationToken) is not { } version)
        {
            return null;
        }
        SayIfBounced(before, moved);
        return moved with { Version = version };
    }

    /// <summary>Enters the next reminder of a letter if nobody changed the letter's row since it was read.</summary>
    /// <param name="letter">The letter's row as it was read.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Whether it was entered; if not, somebody else did, or a receipt or a bounce came in.</returns>
    public async Task<bool> TryEnterReminderAsync(LetterDelivery letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var (now, number) = (time.GetUtcNow(), letter.Reminders + 1);
        var reminder = new LetterDelivery
        {
            Partition = letter.Cycle,
            Key = LetterDelivery.ReminderKey(letter.EntryCode, letter.Sending, number),
            Page = letter.Page,
            Address = letter.Address,
            Sending = letter.Sending,
            Reminder = number,
            StateAt = now,
        };
        return await TryCommitAsync(
            letter.Partition,
            [Replace(letter, letter with { Reminders = number, RemindedAt = now }), RowChange.Add(reminder), RowChange.Add(Line(null, reminder, JournalCause.ReminderDue(number), by: null, number: 0))],
            cancellationToken) is not null;
    }

    /// <summary>Writes an event of the mail service to the journal, and to the row what follows from it. A repeated event changes nothing.</summary>
    public async Task ApplyAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailEvent);
        while (await ConcernedAsync(mailEvent, cancellationToken) is { } before)
        {
            var key = DeliveryTransition.EventKey(before.EntryCode, mailEvent.EventId);
            if (await ReadAsync<DeliveryTransition>(before.Cycle, key, cancellationToken) is not null)
            {
                return;
            }
            var after = mailEvent.ApplyTo(before);
            var line = Line(before, after, mailEvent.DeliveryId == before.Id ? mailEvent.Cause : mailEvent.Cause.OfAnotherSending(), by: null, number: 0) with
            {
                Key = key,
                At = mailEvent.At,
                ProviderId = mailEvent.ProviderId,
                Receipt = null,
            };
            // An event that changes nothing leaves the row alone: a worker may be about to settle it.
            List<RowChange> changes = after == before ? [RowChange.Add(line)] : [Replace(before, after), RowChange.Add(line)];
            if (await TryCommitAsync(before.Partition, changes, cancellationToken) is not null)
            {
                SayIfBounced(before, after);
                return;
            }
        }
    }

    // The letter's row, or that of one of its reminders.
    private async Task<LetterDelivery?> ConcernedAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        var letter = await FindAsync(mailEvent.Cycle, mailEvent.EntryCode, cancellationToken);
        if (letter is not null && letter.Id != mailEvent.DeliveryId)
        {
            await foreach (var reminder in RemindersAsync(letter.Cycle, letter.EntryCode, letter.EntryCode, cancellationToken))
            {
                if (reminder.Id == mailEvent.DeliveryId)
                {
                    return reminder;
                }
            }
        }
        return letter;
    }

    private async Task<RowChange> CountAsync(string cycle, int change, CancellationToken cancellationToken)
    {
        var tally = await ReadAsync<ReceiptTally>(cycle, ReceiptTally.Row, cancellationToken);
        return tally is null
            ? RowChange.Add(new ReceiptTally { Partition = cycle, Key = ReceiptTally.Row, Received = change })
            : RowChange.Replace(tally with { Received = tally.Received + change });
    }

    private async Task<List<RowChange>> WithdrawRemindersAsync(LetterDelivery letter, CancellationToken cancellationToken)
    {
        var changes = new List<RowChange>();
        await foreach (var reminder in RemindersAsync(letter.Cycle, letter.EntryCode, letter.EntryCode, cancellationToken))
        {
            if (!reminder.IsSettled || reminder.State == DeliveryState.Held)
            {
                var withdrawn = reminder with { State = DeliveryState.Received, StateAt = time.GetUtcNow(), Transitions = reminder.Transitions + 1 };
                changes.Add(Replace(reminder, withdrawn));
                changes.Add(RowChange.Add(Line(reminder, withdrawn, JournalCause.ReceiptCame, by: null, withdrawn.Transitions)));
            }
        }
        return changes;
    }

    private void SayIfBounced(LetterDelivery before, LetterDelivery after)
    {
        if (after.State != before.State && after.State is (DeliveryState.Bounced or DeliveryState.Dropped))
        {
            LogBounced(after.Cycle, after.EntryCode, after.State);
        }
    }

    private static RowChange Replace(LetterDelivery before, LetterDelivery after) => RowChange.Replace(after with { Version = before.Version });

    private DeliveryTransition Line(LetterDelivery? before, LetterDelivery after, JournalCause cause, string? by, int number) => new()
    {
        Partition = after.Cycle,
        Key = DeliveryTransition.KeyOf(after, number),
        At = time.GetUtcNow(),
        From = before?.State.ToString(),
        To = after.State.ToString(),
        Sending = after.Sending,
        Reminder = after.Reminder,
        Address = after.Address,
        Cause = cause.Words,
        By = by,
        Receipt = after.ReceiptRevision != before?.ReceiptRevision ? after.Receipt?.ToString() : null,
        ProviderId = after.ProviderId,
    };

    private async Task<string?> TryCommitAsync(string cycle, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var result = await storage.Rows.CommitAsync(cycle, changes, cancellationToken);
        return result.IsCommitted ? result.Versions[0] : null;
    }

    private Task<T?> ReadAsync<T>(string cycle, string key, CancellationToken cancellationToken)
        where T : StoredRecord => storage.Rows.FindAsync<T>(cycle, key, cancellationToken);

    private IAsyncEnumerable<T> RangeAsync<T>(string cycle, string from, string before, CancellationToken cancellationToken)
        where T : StoredRecord => storage.Rows.ListAsync<T>(cycle, RowRange.Of(from, before), cancellationToken);

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Warning, "Cycle {CycleId}, entry {EntryCode}: its mail bounced ({State})")]
    private partial void LogBounced(string cycleId, string entryCode, DeliveryState state);
}
