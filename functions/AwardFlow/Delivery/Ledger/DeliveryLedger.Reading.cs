using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

// What is asked of the ledger. An entry's letter is that of the present round; corrections are asked for by themselves.
public sealed partial class DeliveryLedger
{
    /// <summary>The row of an entry's letter in the present round, or null.</summary>
    public Task<LetterDelivery?> FindAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken) =>
        FindAsync(cycle, entryCode, letter: 1, cancellationToken);

    /// <summary>The row of one of an entry's letters in the present round, or null.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="letter">Which letter, from 1; those above are corrections.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<LetterDelivery?> FindAsync(CycleId cycle, EntryCode entryCode, int letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(entryCode);
        if (!EntryCode.IsValid(entryCode.Text))
        {
            return null;
        }
        return await storage.Rows.FindAsync<LetterDelivery>(
            cycle.Text, LetterDelivery.Of(cycle, entryCode, await RoundAsync(cycle, cancellationToken), letter).Key, cancellationToken);
    }

    /// <summary>The rows of an entry's corrections, in their order.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<LetterDelivery>> CorrectionsAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entryCode);
        if (!EntryCode.IsValid(entryCode.Text))
        {
            return [];
        }
        var round = await RoundAsync(cycle, cancellationToken);
        return await storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LettersOf(entryCode)), cancellationToken)
            .Where(row => row.Round == round && row.Letter > 1).ToListAsync(cancellationToken);
    }

    /// <summary>The rows of all corrections of a cycle, by entry code and number.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async IAsyncEnumerable<LetterDelivery> CorrectionsAsync(CycleId cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var round = await RoundAsync(cycle, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken))
        {
            if (row.Round == round && row.Letter > 1)
            {
                yield return row;
            }
        }
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
        return PresentAsync(
            cycle,
            after is null ? all : RowRange.Of(RowRange.Prefix(LetterDelivery.LettersOf(EntryCode.Unchecked(after))).Before!, all.Before),
            cancellationToken);
    }

    /// <summary>The rows of entries that stand next to each other in the order of their codes, without the reminders.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListAsync(CycleId cycle, EntryCode first, EntryCode last, CancellationToken cancellationToken) =>
        PresentAsync(cycle, RowRange.Of(LetterDelivery.LettersOf(first), RowRange.Prefix(LetterDelivery.LettersOf(last)).Before), cancellationToken);

    /// <summary>The rows of one of the letters of entries that stand next to each other in the order of their codes, without the reminders.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="letter">Which letter, from 1; those above are corrections.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    internal IAsyncEnumerable<LetterDelivery> ListAsync(CycleId cycle, int letter, EntryCode first, EntryCode last, CancellationToken cancellationToken) =>
        PresentAsync(cycle, RowRange.Of(LetterDelivery.LettersOf(first), RowRange.Prefix(LetterDelivery.LettersOf(last)).Before), cancellationToken, letter);

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

    /// <summary>An entry's reminder, of its first letter's last sending that had one with this number; null where there is none.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="number">Which reminder, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<LetterDelivery?> FindReminderAsync(CycleId cycle, EntryCode entryCode, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entryCode);
        return EntryCode.IsValid(entryCode.Text)
            ? await RemindersAsync(cycle, entryCode, entryCode, cancellationToken)
                .LastOrDefaultAsync(reminder => reminder.Letter == 1 && reminder.Reminder == number, cancellationToken)
            : null;
    }

    /// <summary>How far a page of a cycle's letters is; null where nothing of it is entered.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<PageTally?> TallyAsync(CycleId cycle, int page, CancellationToken cancellationToken) =>
        await _tallies.FindAsync(cycle, await RoundAsync(cycle, cancellationToken), letter: 1, page, cancellationToken);

    /// <summary>How far a page of one of the corrections is; null where nothing of it is entered.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="letter">Which letter, from 2.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    internal async Task<PageTally?> TallyAsync(CycleId cycle, int letter, int page, CancellationToken cancellationToken) =>
        await _tallies.FindAsync(cycle, await RoundAsync(cycle, cancellationToken), letter, page, cancellationToken);

    /// <summary>How far all pages of one of the corrections are.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="letter">Which letter, from 2.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<LedgerTotals> TotalsAsync(CycleId cycle, int letter, CancellationToken cancellationToken) =>
        (await _tallies.ListAsync(cycle, await RoundAsync(cycle, cancellationToken), letter, cancellationToken))
            .Aggregate(LedgerTotals.None, (totals, page) => totals.With(page));

    /// <summary>The rows of a cycle's letters in an earlier round, by entry code.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListRoundAsync(CycleId cycle, int round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken)
            .Where(row => row.Round == round && row.Letter == 1);
    }

    /// <summary>How far each page of a cycle's present round is, by page.</summary>
    public async Task<IReadOnlyList<PageTally>> TalliesAsync(CycleId cycle, CancellationToken cancellationToken) =>
        await _tallies.ListAsync(cycle, await RoundAsync(cycle, cancellationToken), letter: 1, cancellationToken);

    /// <summary>How far some pages of a cycle's present round are, by page.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="firstPage">The first page, from 1.</param>
    /// <param name="lastPage">The last page.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<PageTally>> TalliesAsync(CycleId cycle, int firstPage, int lastPage, CancellationToken cancellationToken) =>
        await _tallies.ListAsync(cycle, await RoundAsync(cycle, cancellationToken), letter: 1, firstPage, lastPage, cancellationToken);

    /// <summary>How far all letters of a cycle's present round are.</summary>
    public async Task<LedgerTotals> TotalsAsync(CycleId cycle, CancellationToken cancellationToken) =>
        (await TalliesAsync(cycle, cancellationToken)).Aggregate(LedgerTotals.None, (totals, page) => totals.With(page));

    /// <summary>An entry's journal, in the order in which things happened.</summary>
    public async Task<IReadOnlyList<DeliveryTransition>> JournalAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var lines = await storage.Rows.ListAsync<DeliveryTransition>(cycle.Text, RowRange.Prefix(DeliveryTransition.Prefix(entryCode)), cancellationToken)
            .ToListAsync(cancellationToken);
        return [.. lines.OrderBy(line => line.At).ThenBy(line => line.Key, StringComparer.Ordinal)];
    }

    // What a cycle that was sent back had before is of an earlier round, and only there to be looked at.
    private async Task<int> RoundAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return (await storage.Rows.FindAsync<Cycle>(cycle.Text, Cycle.Row, cancellationToken))?.Round ?? 1;
    }

    private async IAsyncEnumerable<LetterDelivery> PresentAsync(
        CycleId cycle, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken, int letter = 1)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var round = await RoundAsync(cycle, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync<LetterDelivery>(cycle.Text, range, cancellationToken))
        {
            if (row.Round == round && row.Letter == letter)
            {
                yield return row;
            }
        }
    }
}
