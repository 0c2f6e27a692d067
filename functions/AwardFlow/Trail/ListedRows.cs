using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Rows that were read from elsewhere, as a store that takes no changes.</summary>
/// <param name="rows">The rows of the one partition that there is.</param>
internal sealed class ListedRows(IEnumerable<Row> rows) : IRowStore
{
    private readonly List<Row> _rows = [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken) => Task.FromResult(_rows.Find(row => row.Key == key));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Row>>([.. _rows.Where(row => IsIn(range, row.Key)).Take(most)]);

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("These rows are only read.");

    private static bool IsIn(RowRange range, string key) =>
        string.CompareOrdinal(key, range.Start) is var order && (order > 0 || (order == 0 && range.StartIsIn))
        && (range.Before is null || string.CompareOrdinal(key, range.Before) < 0);
}
