using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>Reads the tallies of pages.</summary>
/// <param name="rows">Where they are kept.</param>
internal sealed class LedgerTallies(IRowStore rows)
{
    public static PageTally Empty(CycleId cycle, int round, int letter, int page) =>
        new() { Partition = cycle.Text, Key = PageTally.KeyOf(round, letter, page) };

    /// <summary>Writes a tally as it was read, or a new one.</summary>
    public static RowChange Write(PageTally tally) => tally.Version.Length == 0 ? RowChange.Add(tally) : RowChange.Replace(tally);

    public static bool IsAmong(IEnumerable<RowChange> changes) => changes.Any(change => PageTally.IsKey(change.Key));

    /// <summary>Whether a tally tells the two rows apart.</summary>
    public static bool Counts(LetterDelivery? before, LetterDelivery after)
    {
        var nothing = new PageTally();
        return before is null || nothing.After(before, after) != nothing;
    }

    public Task<PageTally?> FindAsync(CycleId cycle, int round, int letter, int page, CancellationToken cancellationToken) =>
        rows.FindAsync<PageTally>(cycle.Text, PageTally.KeyOf(round, letter, page), cancellationToken);

    /// <summary>The tally of a row's page. A page that an earlier version entered has none; then its rows are counted.</summary>
    public async Task<PageTally> GetAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        if (await FindAsync(row.Cycle, row.Round, row.Letter, row.Page, cancellationToken) is { } tally)
        {
            return tally;
        }
        return await rows.ListAsync<LetterDelivery>(row.Partition, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken)
            .Concat(rows.ListAsync<LetterDelivery>(row.Partition, RowRange.Prefix(LetterDelivery.ReminderPrefix), cancellationToken))
            .Where(each => each.Round == row.Round && each.Letter == row.Letter && each.Page == row.Page)
            .AggregateAsync(
                Empty(row.Cycle, row.Round, row.Letter, row.Page) with { IsEntered = true }, (sum, each) => sum.After(null, each), cancellationToken);
    }

    /// <summary>The tallies of one letter of a round, by page.</summary>
    public async Task<IReadOnlyList<PageTally>> ListAsync(CycleId cycle, int round, int letter, CancellationToken cancellationToken) =>
        await rows.ListAsync<PageTally>(cycle.Text, RowRange.Prefix(PageTally.RoundPrefix(round, letter)), cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The tallies of some pages of one letter of a round, by page.</summary>
    public async Task<IReadOnlyList<PageTally>> ListAsync(
        CycleId cycle, int round, int letter, int firstPage, int lastPage, CancellationToken cancellationToken) =>
        await rows.ListAsync<PageTally>(cycle.Text, PageTally.PagesRange(round, letter, firstPage, lastPage), cancellationToken).ToListAsync(cancellationToken);
}
