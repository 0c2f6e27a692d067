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

    /// <summary>
    /// The most letters that one commit changes for a person: a row and its journal line each, beside the page's tally, another row and the trail's line.
    /// </summary>
    internal const int MostTogether = (TrailWriter.MostChanges - 2) / 2;

    private readonly LedgerTallies _tallies = new(storage.Rows);
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Enters the rows of a page that are not there yet, and says that the page is whole. Run again, it changes nothing.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="rows">All rows of the page, of one round and one letter of it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<PageTally> EnterAsync(CycleId cycle, int page, IReadOnlyList<LetterDelivery> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(rows);
        var (round, letter) = rows.Count == 0 ? (await RoundAsync(cycle, cancellationToken), 1) : (rows[0].Round, rows[0].Letter);
        while (true)
        {
            var tally = await _tallies.FindAsync(cycle, round, letter, page, cancellationToken) ?? LedgerTallies.Empty(cycle, round, letter, page);
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
            if (await CommitAsync(cycle.Text, changes, cancellationToken) is { IsCommitted: true, Versions: [{ } version, ..] } && entered.IsEntered)
            {
                return entered with { Version = version };
            }
        }
    }

    /// <summary>
    /// Says from when a page's recipients are to be reminded, if no letter of the page went from one state to another since its tally was read.
    /// </summary>
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
    public Task<LetterDelivery?> TryMoveAsync(
        LetterDelivery before, LetterDelivery after, DeliveryCause cause, string? by, CancellationToken cancellationToken) =>
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

    /// <summary>
    /// Changes letters of one page for one of the organiser's people, all of them or none: if nobody changed one, or the other
    /// row, since they were read. The cycle's trail has one line of it.
    /// </summary>
    /// <param name="moves">The rows as they were read and as they are to be: 1 to <see cref="MostTogether"/>, none of them received by this.</param>
    /// <param name="cause">What brings it about, by the row before.</param>
    /// <param name="by">Who.</param>
    /// <param name="also">A change of another row of the cycle that is made with them.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The rows as they now are and the version of the other row, or null; then nothing was written.</returns>
    internal async Task<(IReadOnlyList<LetterDelivery> Rows, string Also)?> TryChangeManyAsync(
        IReadOnlyList<(LetterDelivery Before, LetterDelivery After)> moves,
        Func<LetterDelivery, DeliveryCause> cause,
        Actor by,
        RowChange also,
        CancellationToken cancellationToken)
    {
        var moved = moves.Select(move => (move.Before, After: move.After with { Transitions = move.Before.Transitions + 1 })).ToList();
        var lines = moved.ConvertAll(move => Line(move.Before, move.After, cause(move.Before), by.Name, move.After.Transitions));
        var entry = moved.Count == 1 ? DeliveryTrail.Entry(moved[0].Before, moved[0].After, lines[0], by) : DeliveryTrail.EntryOfMany(moved, lines, by);
        RowChange[] changes = [.. moved.Select(move => Replace(move.Before, move.After)), also, .. lines.Select(RowChange.Add)];
        var first = moved[0].Before;
        while (true)
        {
            var tally = await _tallies.GetAsync(first, cancellationToken);
            var counted = moved.Aggregate(tally, (sum, move) => sum.After(move.Before, move.After));
            var result = await _trail.CommitAsync(
                first.Partition, counted == tally ? changes : [.. changes, LedgerTallies.Write(counted)], entry, cancellationToken);
            if (result.IsCommitted)
            {
                return ([.. moved.Select((move, i) => move.After with { Version = result.Versions[i]! })], result.Versions[moved.Count]!);
            }
            if (result.Failed < changes.Length)
            {
                return null;
            }
        }
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
        List<RowChange> changes =
        [
            Replace(letter, reminded), RowChange.Add(reminder), RowChange.Add(Line(null, reminder, DeliveryCause.ReminderDue(number), by: null, number: 0)),
        ];
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

    // The letter or correction that the mail was of, one of the reminders, or else the present letter.
    private async Task<LetterDelivery?> ConcernedAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        var letters = await storage.Rows.ListAsync<LetterDelivery>(
            mailEvent.Cycle.Text, RowRange.Prefix(LetterDelivery.LettersOf(mailEvent.EntryCode)), cancellationToken)
            .ToListAsync(cancellationToken);
        return letters.Find(letter => letter.Id == mailEvent.DeliveryId)
            ?? await RemindersAsync(mailEvent.Cycle, mailEvent.EntryCode, mailEvent.EntryCode, cancellationToken)
                .FirstOrDefaultAsync(reminder => reminder.Id == mailEvent.DeliveryId, cancellationToken)
            ?? letters.LastOrDefault(letter => letter.Letter == 1);
    }

    private async Task WithdrawRemindersAsync(
        LetterDelivery letter, List<(LetterDelivery? Before, LetterDelivery After)> moves, List<RowChange> changes, CancellationToken cancellationToken)
    {
        await foreach (var reminder in RemindersAsync(letter.Cycle, letter.EntryCode, letter.EntryCode, cancellationToken))
        {
            if (reminder.Letter == letter.Letter && (!reminder.IsSettled || reminder.State == DeliveryState.Held))
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
        LetterDelivery row,
        Func<Task<(List<(LetterDelivery? Before, LetterDelivery After)> Moves, List<RowChange> Changes)>> prepare,
        CancellationToken cancellationToken,
        TrailEntry? entry = null)
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
            var result = await CommitAsync(row.Partition, changes, cancellationToken, entry);
            if (result.IsCommitted)
            {
                return result.Versions[0];
            }
            if ((await RereadAsync(row, cancellationToken)).Version != row.Version)
            {
                return null;
            }
            if (moves.Count == 1 && !(result.Failed is { } failed && failed < changes.Count && LedgerTallies.IsAmong([changes[failed]])))
            {
                // The line's place is taken, or what is changed along with it was changed meanwhile: the same again would fail again.
                return null;
            }
        }
    }

    private Task<CommitResult> CommitAsync(string cycle, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken, TrailEntry? entry = null) =>
        entry is null ? storage.Rows.CommitAsync(cycle, changes, cancellationToken) : _trail.CommitAsync(cycle, changes, entry, cancellationToken);

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Warning, "Cycle {CycleId}, entry {EntryCode}: its mail bounced ({State})")]
    private partial void LogBounced(CycleId cycleId, EntryCode entryCode, DeliveryState state);
}
