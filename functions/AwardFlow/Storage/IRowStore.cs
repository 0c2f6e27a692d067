namespace AwardFlow.Storage;

/// <summary>
/// JSON records by partition and key. A partition's rows are in the ordinal order of their keys, and change together or not
/// at all. A row that was committed survives the loss of power.
/// </summary>
public interface IRowStore
{
    /// <summary>One row, or null.</summary>
    /// <exception cref="ArgumentException">Partition or key cannot be one (<see cref="RowLimits"/>).</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken);

    /// <summary>The first rows of a range, in the order of their keys.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="range">Which keys.</param>
    /// <param name="most">How many rows at most, 1 to <see cref="RowLimits.MostInPage"/>. Fewer come only where there are no more.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken);

    /// <summary>Makes changes to a partition, all of them or none.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="changes">1 to <see cref="RowLimits.MostChanges"/> changes, each of another row.</param>
    /// <param name="cancellationToken">Stops waiting; the changes may then be made or not.</param>
    /// <returns>The new versions, or which change's condition did not hold.</returns>
    /// <exception cref="ArgumentException">A change is not valid, there are too many, or two are of one row.</exception>
    /// <exception cref="StorageException">Storage did not take the changes, or it is unknown whether it did.</exception>
    Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken);
}
