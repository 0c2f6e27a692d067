using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Reads trails.</summary>
/// <param name="rows">Where trails are kept.</param>
public sealed class TrailReader(IRowStore rows)
{
    /// <summary>The lines of a trail behind one of them, in their order, each with its values where they are not erased.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="after">The number of the line behind which to begin; 0 for the first.</param>
    /// <param name="most">How many lines at most, 1 to <see cref="RowLimits.MostInPage"/>.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">Storage cannot answer, or a line cannot be read.</exception>
    public async Task<IReadOnlyList<(TrailLine Line, TrailValues? Values)>> PageAsync(
        string partition, int after, int most, CancellationToken cancellationToken)
    {
        var lines = (await rows.PageAsync(partition, RowRange.Prefix(TrailLine.RowPrefix).After(TrailLine.KeyOf(after)), most, cancellationToken))
            .Select(row => Line(partition, row)).ToList();
        if (lines.Count == 0)
        {
            return [];
        }
        var values = await rows.ListAsync(partition, RowRange.Of(TrailValues.KeyOf(after + 1), TrailValues.KeyOf(lines[^1].Number + 1)), cancellationToken)
            .ToDictionaryAsync(row => row.Key, row => Read<TrailValues>(partition, row), StringComparer.Ordinal, cancellationToken: cancellationToken);
        return [.. lines.Select(line => (line, values.GetValueOrDefault(TrailValues.KeyOf(line.Number))))];
    }

    /// <summary>All lines of a trail as they are stored, which is how they are hashed.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<string> JsonAsync(string partition, CancellationToken cancellationToken) =>
        rows.ListAsync(partition, RowRange.Prefix(TrailLine.RowPrefix), cancellationToken).Select(row => row.Json);

    /// <summary>The keys of all rows of which lines say that they never change; of erased lines none.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlySet<string>> KeptRowsAsync(string partition, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var values in rows.ListAsync<TrailValues>(partition, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken))
        {
            keys.UnionWith(values.Rows?.Keys ?? []);
        }
        return keys;
    }

    // A line that was tampered with is shown too; where it counts is the check.
    private static TrailLine Line(string partition, Row row) =>
        (Read<TrailLine>(partition, row) ?? new TrailLine { Of = partition, Kind = TrailKind.Unreadable }) with
        {
            Number = TrailLine.NumberOf(row.Key),
            Sha256 = TrailValues.Sha256(row.Json),
        };

    private static T? Read<T>(string partition, Row row)
        where T : StoredRecord
    {
        try
        {
            return StoredRecords.Read<T>(partition, row);
        }
        catch (StorageException e) when (e.Fault == StorageFault.Damaged)
        {
            return null;
        }
    }
}
