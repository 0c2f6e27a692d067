using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Records;

/// <summary>Takes away all of a cycle but its own row.</summary>
internal static class CycleRemoval
{
    // An account answers each in some milliseconds, and a cycle has tens of thousands.
    private const int MostAtOnce = 8;

    /// <summary>Deletes its other rows and its blobs. Cut off, it is done again.</summary>
    public static async Task ClearAsync(IStorage storage, CycleId id, CancellationToken cancellationToken)
    {
        await ClearRowsAsync(storage, id, cancellationToken);
        foreach (var name in BlobContainers.Names)
        {
            var container = storage.Container(name);
            await Parallel.ForEachAsync(
                await container.ListAsync($"{id}/", cancellationToken).ToListAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
                async (blob, stopped) => await container.DeleteAsync(blob.Name, stopped));
        }
    }

    /// <summary>Deletes its other rows.</summary>
    public static async Task ClearRowsAsync(IStorage storage, CycleId id, CancellationToken cancellationToken)
    {
        var rows = storage.Rows.ListAsync(id.Text, RowRange.All, cancellationToken).Where(row => row.Key != Cycle.Row);
        await foreach (var some in rows.Chunk(RowLimits.MostChanges).WithCancellation(cancellationToken))
        {
            await storage.Rows.CommitAsync(id.Text, [.. some.Select(row => RowChange.Delete(row.Key, row.Version))], cancellationToken);
        }
    }
}
