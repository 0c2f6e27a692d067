using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>Reads the delivery ledger a page at a time, so that nobody who looks at it loads it whole.</summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="ledger">The ledger.</param>
public sealed class LedgerPages(IStorage storage, DeliveryLedger ledger)
{
    /// <summary>The most rows of a page; what storage gives in one answer.</summary>
    public const int MostRows = RowLimits.MostInPage;

    /// <summary>One page, by entry code.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="states">Which rows; all where there are none.</param>
    /// <param name="after">The last entry code of the page before; null for the first page.</param>
    /// <param name="limit">How many rows at most, 1 to <see cref="MostRows"/>.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The rows, and whether more follow.</returns>
    public async Task<(IReadOnlyList<LetterDelivery> Rows, bool More)> ReadAsync(
        CycleId cycle, IReadOnlyCollection<DeliveryState> states, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostRows);
        // One more than asked for says whether there is a next page.
        var rows = await ledger.ListAfterAsync(cycle, after, cancellationToken).Where(row => IsIn(states, row)).Take(limit + 1).ToListAsync(cancellationToken);
        return rows.Count > limit ? (rows.GetRange(0, limit), true) : (rows, false);
    }

    /// <summary>A cycle's reminders, by entry code, an entry's oldest first.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="states">Which; all where there are none.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> RemindersAsync(CycleId cycle, IReadOnlyCollection<DeliveryState> states, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(states);
        return storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.ReminderPrefix), cancellationToken)
            .Where(row => IsIn(states, row));
    }

    private static bool IsIn(IReadOnlyCollection<DeliveryState> states, LetterDelivery row) => states.Count == 0 || states.Contains(row.State);
}
