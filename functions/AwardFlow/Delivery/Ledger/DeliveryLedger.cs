using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Delivery;

/// <summary>
/// Keeps what became of every letter and reminder. Each change of a row is made against the row that was read, and is
/// written to the entry's journal and to its page's tally in the same commit.
/// </summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which letters come back.</param>
public sealed partial class DeliveryLedger(IStorage storage, TimeProvider time, ILogger<DeliveryLedger> logger)
{
    // A row and its journal line each; one of a commit's changes is the tally.
    private const int MostEntered = (RowLimits.MostChanges - 1) / 2;

    private readonly LedgerTallies _tallies = new(storage.Rows);
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Enters the rows of a page that are not there yet, and says that the page is whole. Run again, it changes nothing.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="rows">All rows of the page, of one round.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<PageTally> EnterAsync(CycleId cycle, int page, IReadOnlyList<LetterDelivery> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(rows);
        var round = rows.Count == 0 ? await RoundAsync(cycle, cancellationToken) : rows[0].Round;
        while (true)
        {
            var tally = await _tallies.FindAsync(cycle, round, page, cancellationToken) ?? LedgerTallies.Empty(cycle, round, page);
            if (tally.IsEntered)
            {
                return tally;
            }
            var there = await KeysAsync(cycle, rows, cancellationToken);
            var missing = rows.Where(row => !there.Contains(row.Key)).ToList();
            var chunk = missing.Take(MostEntered).Select(row => row with { StateAt = time.GetUtcNow() }).ToList();
            var entered = chunk.Aggregate(tally, (sum, row) => sum.After(null, row)) with { IsEntered = missing.Count == chunk.Count };
            List<RowChange> changes = [LedgerTallies.Write(entered)];
            foreach (var row in chunk)
            {
                changes.Add(RowChange.Add(row));
                changes.Add(RowChange.Add(Line(null, row, row.Why ?? DeliveryCause.Rendered, by: null, number: 0)));
            }
            if (await TryCommitAsync(cycle.Text, changes, cancellationToken) is { } version && entered.IsEntered)
            {
                return entered with { Version = version };
            }
        }
    }

    /// <summary>The row of an entry's present letter, or null.</summary>
    public async Task<LetterDelivery?> FindAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(entryCode);
        if (!EntryCode.IsValid(entryCode.Text))
        {
            return null;
        }
        var round = await RoundAsync(cycle, cancellationToken);
        return await storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LettersOf(entryCode)), cancellationToken)
            .LastOrDefaultAsync(row => row.Round == round, cancellationToken);
    }

    /// <summary>A row as it now is.</summary>
    public async Task<LetterDelivery> RereadAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return await storage.Rows.FindAsync<LetterDelivery>(row.Partition, row.Key, cancellationToken) ?? row;
    }

    /// <summary>The rows of a cycle's present letters, by entry code, without the reminders.</summary>
    public IAsyncEnumerable<LetterDelivery> ListAsync(CycleId cycle, CancellationToken cancellationToken) =>
        PresentAsync(cycle, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken);

    /// <summary>The rows of a cycle's present letters behind an entry, by entry code, without the reminders.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="after">The entry's code; null for all.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    internal IAsyncEnumerable<LetterDelivery> ListAfterAsync(CycleId cycle, string? after, CancellationToken cancellationToken)
    {
        var all = RowRange.Prefix(LetterDelivery.LetterPrefix);
        return PresentAsync(cycle, after is null ? all : RowRange.Of(RowRange.Prefix(LetterDelivery.LettersOf(EntryCode.Unchecked(after))).Before!, all.Before), cancellationToken);
    }

    /// <summary>The rows of entries that stand next to each other in the order of their codes, without the reminders.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListAsync(CycleId cycle, EntryCode first, EntryCode last, CancellationToken cancellationToken) =>
        PresentAsync(cycle, RowRange.Of(LetterDelivery.LettersOf(first), RowRange.Prefix(LetterDelivery.LettersOf(last)).Before), cancellationToken);

    /// <summary>The reminders of entries that stand next to each other in the order of their codes, an entry's oldest first.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> RemindersAsync(CycleId cycle, EntryCode first, EntryCode last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return storage.Rows.ListAsync<LetterDelivery>(
            cycle.Text, RowRange.Of(LetterDelivery.RemindersOf(first), RowRange.Prefix(LetterDelivery.RemindersOf(last)).Before), cancellationToken);
    }

    /// <summary>An entry's reminder, of its letter's last sending that had one with this number; null where there is none.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="number">Which reminder, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<LetterDelivery?> FindReminderAsync(CycleId cycle, EntryCode entryCode, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entryCode);
        return EntryCode.IsValid(entryCode.Text)
            ? await RemindersAsync(cycle, entryCode, entryCode, cancellationToken).LastOrDefaultAsync(reminder => reminder.Reminder == number, cancellationToken)
            : null;
    }

    /// <summary>How far a page of a cycle's letters is; null where nothing of it is entered.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<PageTally?> TallyAsync(CycleId cycle, int page, CancellationToken cancellationToken) =>
        await _tallies.FindAsync(cycle, await RoundAsync(cycle, cancellationToken), page, cancellationToken);

    /// <summary>The rows of a cycle's letters in an earlier round, by entry code.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListRoundAsync(CycleId cycle, int round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken).Where(row => row.Round == round);
    }

    /// <summary>How far each page of a cycle's present round is, by page.</summary>
    public async Task<IReadOnlyList<PageTally>> TalliesAsync(CycleId cycle, CancellationToken cancellationToken) =>
        await _tallies.ListAsync(cycle, await RoundAsync(cycle, cancellationToken), cancellationToken);

    /// <summary>How far all letters of a cycle's present round are.</summary>
    public async Task<LedgerTotals> TotalsAsync(CycleId cycle, CancellationToken cancellationToken) =>
        (await TalliesAsync(cycle, cancellationToken)).Aggregate(LedgerTotals.None, (totals, page) => totals.With(page));

    /// <summary>Says from when a page's recipients are to be reminded, if no letter of the page went from one state to another since its tally was read.</summary>
    /// <param name="tally">The tally as it was read, before the rows were.</param>
    /// <param name="remindFrom">When the earliest last mail went out to somebody who gets a reminder; null where nobody does.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task TrySetRemindFromAsync(PageTally tally, DateTimeOffset? remindFrom, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (tally.RemindFrom != remindFrom)
        {
            await storage.Rows.CommitAsync(tally.Partition, RowChange.Replace(tally with { RemindFrom = remindFrom }), cancellationToken);
        }
    }

    /// <summary>An entry's journal, in the order in which things happened.</summary>
    public async Task<IReadOnlyList<DeliveryTransition>> JournalAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var lines = await storage.Rows.ListAsync<DeliveryTransition>(cycle.Text, RowRange.Prefix(DeliveryTransition.Prefix(entryCode)), cancellationToken).ToListAsync(cancellationToken);
        return [.. lines.OrderBy(line => line.At).ThenBy(line => line.Key, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Changes a row if nobody changed it since it was read. When a letter is received, its reminders that are not settled
    /// or are held are too, in the same commit: none of them goes out afterwards, and nobody has to decide about one.
    /// </summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="after">The row as it is to be.</param>
    /// <param name="cause">What brings it about, for the journal.</param>
    /// <param name="by">Who, where it is a person.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is, or null where somebody changed it meanwhile; then nothing was written.</returns>
    /// <exception cref="StorageException">Storage did not take it, or it is unknown whether it did.</exception>
    public Task<LetterDelivery?> TryMoveAsync(LetterDelivery before, LetterDelivery after, DeliveryCause cause, string? by, CancellationToken cancellationToken) =>
        TryMoveAsync(before, after, cause, by, person: null, also: null, cancellationToken);

    /// <summary>The same for what one of the organiser's people does: the cycle's trail has a line of it.</summary>
    /// <inheritdoc cref="TryMoveAsync(LetterDelivery, LetterDelivery, DeliveryCause, string?, CancellationToken)"/>
    /// <param name="before">The row as it was read.</param>
    /// <param name="after">The row as it is to be.</param>
    /// <param name="cause">What brings it about, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <param name="also">A change of another row of the cycle that is made with it, or neither is; null for none.</param>
    public Task<LetterDelivery?> TryChangeAsync(
        LetterDelivery before, LetterDelivery after, DeliveryCause cause, Actor by, CancellationToken cancellationToken, RowChange? also = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        return TryMoveAsync(before, after, cause, by.Name, by, also, cancellationToken);
    }

    private async Task<LetterDelivery?> TryMoveAsync(
        LetterDelivery before, LetterDelivery after, DeliveryCause cause, string? by, Actor? person, RowChange? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(cause);
        var moved = after with { Transitions = before.Transitions + 1 };
        var line = Line(before, moved, cause, by, moved.Transitions);
        var version = await TryCommitAsync(
            before,
            async () =>
            {
                List<(LetterDelivery? Before, LetterDelivery After)> moves = [(before, moved)];
                List<RowChange> changes = also is null ? [Replace(before, moved), RowChange.Add(line)] : [Replace(before, moved), RowChange.Add(line), also];
                if (moved.Reminder == 0 && moved.State == DeliveryState.Received && before.State != DeliveryState.Received)
                {
                    await WithdrawRemindersAsync(before, moves, changes, cancellationToken);
                }
                return (moves, changes);
            },
            cancellationToken,
            person is null ? null : DeliveryTrail.Entry(before, moved, line, person));
        if (version is null)
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
        var reminded = letter with { Reminders = number, RemindedAt = now };
        var reminder = letter.NewReminder(number) with { StateAt = now };
        List<(LetterDelivery? Before, LetterDelivery After)> moves = [(letter, reminded), (null, reminder)];
        List<RowChange> changes = [Replace(letter, reminded), RowChange.Add(reminder), RowChange.Add(Line(null, reminder, DeliveryCause.ReminderDue(number), by: null, number: 0))];
        return await TryCommitAsync(letter, () => Task.FromResult((moves, changes)), cancellationToken) is not null;
    }

    /// <summary>Writes an event of the mail service to the journal, and to the row what follows from it. A repeated event changes nothing.</summary>
    public async Task ApplyAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailEvent);
        while (await ConcernedAsync(mailEvent, cancellationToken) is { } before)
        {
            var key = DeliveryTransition.EventKey(before.EntryCode, mailEvent.EventId);
            if (await storage.Rows.FindAsync(before.Partition, key, cancellationToken) is not null)
            {
                return;
            }
            var after = mailEvent.ApplyTo(before);
            var line = Line(before, after, mailEvent.Cause with { OfAnotherSending = mailEvent.DeliveryId != before.Id }, by: null, number: 0) with
            {
                Key = key,
                At = mailEvent.At,
                ProviderId = mailEvent.ProviderId,
                Stamp = null,
                Posting = null,
            };
            // An event that changes nothing leaves the row alone: a worker may be about to settle it.
            List<RowChange> changes = after == before ? [RowChange.Add(line)] : [Replace(before, after), RowChange.Add(line)];
            List<(LetterDelivery? Before, LetterDelivery After)> moves = [(before, after)];
            if (await TryCommitAsync(before, () => Task.FromResult((moves, changes)), cancellationToken) is not null)
            {
                SayIfBounced(before, after);
                return;
            }
        }
    }

    private async Task<HashSet<string>> KeysAsync(CycleId cycle, IReadOnlyList<LetterDelivery> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var keys = rows.Select(row => row.Key).Order(StringComparer.Ordinal).ToList();
        var there = storage.Rows.ListAsync(cycle.Text, RowRange.Of(keys[0], keys[^1] + "!"), cancellationToken).Select(row => row.Key);
        return await there.ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    // The present letter, an earlier one that the mail was of, or one of the reminders.
    private async Task<LetterDelivery?> ConcernedAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        var letters = await storage.Rows.ListAsync<LetterDelivery>(mailEvent.Cycle.Text, RowRange.Prefix(LetterDelivery.LettersOf(mailEvent.EntryCode)), cancellationToken).ToListAsync(cancellationToken);
        return letters.Find(letter => letter.Id == mailEvent.DeliveryId)
            ?? await RemindersAsync(mailEvent.Cycle, mailEvent.EntryCode, mailEvent.EntryCode, cancellationToken).FirstOrDefaultAsync(reminder => reminder.Id == mailEvent.DeliveryId, cancellationToken)
            ?? letters.LastOrDefault();
    }

    private async Task WithdrawRemindersAsync(LetterDelivery letter, List<(LetterDelivery? Before, LetterDelivery After)> moves, List<RowChange> changes, CancellationToken cancellationToken)
    {
        await foreach (var reminder in RemindersAsync(letter.Cycle, letter.EntryCode, letter.EntryCode, cancellationToken))
        {
            if (!reminder.IsSettled || reminder.State == DeliveryState.Held)
            {
                var withdrawn = reminder with { State = DeliveryState.Received, StateAt = time.GetUtcNow(), Transitions = reminder.Transitions + 1 };
                moves.Add((reminder, withdrawn));
                changes.Add(Replace(reminder, withdrawn));
                changes.Add(RowChange.Add(Line(reminder, withdrawn, DeliveryCause.ReceiptCame, by: null, withdrawn.Transitions)));
            }
        }
    }

    private void SayIfBounced(LetterDelivery before, LetterDelivery after)
    {
        if (after.State != before.State && after.State is (DeliveryState.Bounced or DeliveryState.Dropped))
        {
            LogBounced(after.Cycle, after.EntryCode, after.State);
        }
    }

    private static RowChange Replace(LetterDelivery before, LetterDelivery after) => RowChange.Replace(after with { Version = before.Version });

    private DeliveryTransition Line(LetterDelivery? before, LetterDelivery after, DeliveryCause cause, string? by, int number) => new()
    {
        Partition = after.Partition,
        Key = DeliveryTransition.KeyOf(after, number),
        At = time.GetUtcNow(),
        From = before?.State,
        To = after.State,
        Round = after.Round,
        Letter = after.Letter,
        Sending = after.Sending,
        Reminder = after.Reminder,
        Address = after.Address,
        Cause = cause,
        By = by,
        Stamp = after.ReceiptRevision != before?.ReceiptRevision ? after.Stamp : null,
        Posting = after.Posting != before?.Posting ? after.Posting : null,
        ProviderId = after.ProviderId,
    };

    // Commits changes of an entry's rows together with their page's tally. Other letters of the page change the tally too,
    // so where that was the only thing in the way the commit is made again.
    private async Task<string?> TryCommitAsync(
        LetterDelivery row, Func<Task<(List<(LetterDelivery? Before, LetterDelivery After)> Moves, List<RowChange> Changes)>> prepare, CancellationToken cancellationToken, TrailEntry? entry = null)
    {
        while (true)
        {
            var (moves, changes) = await prepare();
            if (moves.Exists(move => LedgerTallies.Counts(move.Before, move.After)))
            {
                var tally = await _tallies.GetAsync(row, cancellationToken);
                var counted = moves.Aggregate(tally, (sum, move) => sum.After(move.Before, move.After));
                if (counted != tally)
                {
                    changes = [.. changes, LedgerTallies.Write(counted)];
                }
            }
            if (await TryCommitAsync(row.Partition, changes, cancellationToken, entry) is { } version)
            {
                return version;
            }
            if ((await RereadAsync(row, cancellationToken)).Version != row.Version)
            {
                return null;
            }
            if (!LedgerTallies.IsAmong(changes) && moves.Count == 1)
            {
                // Nothing but the row and its line: the line's place is taken.
                return null;
            }
        }
    }

    private async Task<string?> TryCommitAsync(string cycle, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken, TrailEntry? entry = null)
    {
        var result = entry is null ? await storage.Rows.CommitAsync(cycle, changes, cancellationToken) : await _trail.CommitAsync(cycle, changes, entry, cancellationToken);
        return result.IsCommitted ? result.Versions[0] : null;
    }

    // What a cycle that was sent back had before is of an earlier round, and only there to be looked at.
    private async Task<int> RoundAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return (await storage.Rows.FindAsync<Cycle>(cycle.Text, Cycle.Row, cancellationToken))?.Round ?? 1;
    }

    // The last of an entry's rows in the present round: later letters come later in the order of keys.
    private async IAsyncEnumerable<LetterDelivery> PresentAsync(CycleId cycle, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        LetterDelivery? last = null;
        var round = await RoundAsync(cycle, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync<LetterDelivery>(cycle.Text, range, cancellationToken))
        {
            if (row.Round != round)
            {
                continue;
            }
            if (last is not null && last.EntryCode.Text != row.EntryCode.Text)
            {
                yield return last;
            }
            last = row;
        }
        if (last is not null)
        {
            yield return last;
        }
    }

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Warning, "Cycle {CycleId}, entry {EntryCode}: its mail bounced ({State})")]
    private partial void LogBounced(CycleId cycleId, EntryCode entryCode, DeliveryState state);
}
