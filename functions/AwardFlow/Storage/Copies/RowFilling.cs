namespace AwardFlow.Storage;

/// <summary>Writes many rows.</summary>
internal static class RowFilling
{
    // Embedded storage takes what waits into one flush of the disk; an account answers requests side by side.
    private const int AtOnce = 8;

    /// <summary>Writes rows of one partition, whatever is there: in as few commits as there can be, several side by side.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> FillAsync(
        this IRowStore store, string partition, IAsyncEnumerable<(string Key, string Json)> rows, CancellationToken cancellationToken)
    {
        var count = 0;
        await Parallel.ForEachAsync(
            CommitsAsync(rows, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (changes, token) =>
            {
                await store.CommitAsync(partition, changes, token);
                Interlocked.Add(ref count, changes.Count);
            });
        return count;
    }

    private static async IAsyncEnumerable<IReadOnlyList<RowChange>> CommitsAsync(
        IAsyncEnumerable<(string Key, string Json)> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (changes, length) = (new List<RowChange>(), 0);
        await foreach (var (key, json) in rows.WithCancellation(cancellationToken))
        {
            if (changes.Count == RowLimits.MostChanges || length + json.Length > RowLimits.LongestCommit)
            {
                yield return changes;
                (changes, length) = ([], 0);
            }
            changes.Add(RowChange.Put(key, json));
            length += json.Length;
        }
        if (changes.Count > 0)
        {
            yield return changes;
        }
    }
}
