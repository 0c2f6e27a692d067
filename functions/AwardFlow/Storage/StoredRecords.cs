using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AwardFlow.Storage;

/// <summary>Rows as the records of a stage.</summary>
public static class StoredRecords
{
    /// <summary>One record, or null.</summary>
    /// <inheritdoc cref="IRowStore.FindAsync" path="/exception"/>
    public static async Task<T?> FindAsync<T>(this IRowStore rows, string partition, string key, CancellationToken cancellationToken)
        where T : StoredRecord
    {
        ArgumentNullException.ThrowIfNull(rows);
        return await rows.FindAsync(partition, key, cancellationToken) is { } row ? Read<T>(partition, row) : null;
    }

    /// <summary>The first records of a range, in the order of their keys.</summary>
    /// <inheritdoc cref="IRowStore.PageAsync" path="/param"/>
    /// <inheritdoc cref="IRowStore.PageAsync" path="/exception"/>
    public static async Task<IReadOnlyList<T>> PageAsync<T>(
        this IRowStore rows, string partition, RowRange range, int most, CancellationToken cancellationToken)
        where T : StoredRecord
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. (await rows.PageAsync(partition, range, most, cancellationToken)).Select(row => Read<T>(partition, row))];
    }

    /// <summary>All records of a range, in the order of their keys, read a page at a time.</summary>
    public static async IAsyncEnumerable<T> ListAsync<T>(
        this IRowStore rows, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : StoredRecord
    {
        await foreach (var row in rows.ListAsync(partition, range, cancellationToken))
        {
            yield return Read<T>(partition, row);
        }
    }

    /// <summary>All rows of a range, in the order of their keys, read a page at a time.</summary>
    public static async IAsyncEnumerable<Row> ListAsync(
        this IRowStore rows, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        while (true)
        {
            var page = await rows.PageAsync(partition, range, RowLimits.MostInPage, cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }
            if (page.Count < RowLimits.MostInPage)
            {
                yield break;
            }
            range = range.After(page[^1].Key);
        }
    }

    /// <summary>Makes one change.</summary>
    /// <returns>The row's new version, empty for a deleted one; null where the condition did not hold.</returns>
    /// <inheritdoc cref="IRowStore.CommitAsync" path="/exception"/>
    public static async Task<string?> CommitAsync(this IRowStore rows, string partition, RowChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var result = await rows.CommitAsync(partition, [change], cancellationToken);
        return result.IsCommitted ? result.Versions[0] ?? "" : null;
    }

    /// <summary>The record that a row holds.</summary>
    /// <exception cref="StorageException">The row holds no such record.</exception>
    public static T Read<T>(string partition, Row row)
        where T : StoredRecord
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            var record = JsonSerializer.Deserialize<T>(row.Json, AwardJson.Own) ?? throw new JsonException("It is null.");
            return (T)((StoredRecord)record with { Partition = partition, Key = row.Key, Version = row.Version });
        }
        catch (JsonException e)
        {
            throw new StorageException(StorageFault.Damaged, $"The row '{row.Key}' of '{partition}' holds no {typeof(T).Name}: {e.Message}", e);
        }
    }
}
