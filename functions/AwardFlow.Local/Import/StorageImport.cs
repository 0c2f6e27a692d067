using System.Security.Cryptography;
using System.Text;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Local.Import;

/// <summary>
/// Copies all cycles of one storage to another that has none, through both adapters, and holds the copy against the original
/// by hash. One that was cut off is done again.
/// </summary>
internal sealed class StorageImport(IStorage from, IStorage to)
{
    private const string Partition = "_import";
    private const string MarkKey = "mark";
    private const int BlobsAtOnce = 50;

    private static readonly (string Name, Func<IStorage, IBlobContainer> Of)[] Containers =
        [("uploads", storage => storage.Uploads), ("letters", storage => storage.Letters), ("results", storage => storage.Results)];

    /// <summary>Copies an Azurite that holds an earlier version's data.</summary>
    /// <exception cref="UsageException">The connection string is none, the folder has cycles of its own, or what is to be copied is out of date.</exception>
    /// <exception cref="StorageException">Azurite does not answer, the folder cannot take the copy, or the copy is not as the original.</exception>
    public static async Task RunAsync(string connection, IStorage to, CancellationToken cancellationToken)
    {
        if (!AzureStorage.TryConnect(connection, out var from))
        {
            throw new UsageException("--import is not the connection string of a storage account, such as UseDevelopmentStorage=true.");
        }
        await from.CreateAsync(cancellationToken);
        if (await from.FindWrittenSinceCopyAsync(new EarlierLedger(), cancellationToken) is { } cycle)
        {
            throw new UsageException(
                $"The earlier version went on with cycle {cycle} after an import had copied it to the table '{AzureStorage.RowsTable}' of that storage: letters that were mailed since would go again. Delete that table, or start Azurite on a copy of its folder in which no import read, and import again.");
        }
        await from.CopyEarlierAsync(new EarlierLedger(), cancellationToken);
        var (cycles, rows, blobs) = await new StorageImport(from, to).CopyAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Imported {cycles} cycles: {rows} rows and {blobs} files, checked by hash.");
    }

    /// <summary>Whether an import was begun and not ended.</summary>
    public static async Task<bool> IsUnfinishedAsync(IStorage to, CancellationToken cancellationToken) =>
        await to.Rows.FindAsync<Mark>(Partition, MarkKey, cancellationToken) is { IsDone: false };

    /// <summary>Whether an import was made, and ended.</summary>
    public static async Task<bool> WasMadeAsync(IStorage to, CancellationToken cancellationToken) =>
        await to.Rows.FindAsync<Mark>(Partition, MarkKey, cancellationToken) is { IsDone: true };

    internal async Task<(int Cycles, int Rows, int Blobs)> CopyAsync(CancellationToken cancellationToken)
    {
        if (!await IsUnfinishedAsync(to, cancellationToken) && (await to.Rows.PageAsync(Catalogue.Partition, RowRange.All, 1, cancellationToken)).Count > 0)
        {
            throw new UsageException("The folder has cycles already; only a folder without any takes an import.");
        }
        await to.Rows.CommitAsync(Partition, RowChange.Put(new Mark { Partition = Partition, Key = MarkKey }), cancellationToken);
        var (rows, blobs) = (0, 0);
        var cycles = await from.Rows.ListAsync(Catalogue.Partition, RowRange.All, cancellationToken).Select(row => row.Key).ToListAsync(cancellationToken);
        foreach (var (_, container) in Containers)
        {
            blobs += await CopyAsync(container(from), container(to), cancellationToken);
        }
        // Of an import that was cut off there may be more here than there by now: that goes.
        var before = await to.Rows.ListAsync(Catalogue.Partition, RowRange.All, cancellationToken).Select(row => row.Key).ToListAsync(cancellationToken);
        foreach (var partition in cycles.Union(before, StringComparer.Ordinal).Append(Catalogue.Partition))
        {
            rows += await CopyAsync(partition, cancellationToken);
        }
        foreach (var partition in cycles.Append(Catalogue.Partition))
        {
            await CheckAsync($"rows of {partition}", await HashAsync(from, partition, cancellationToken), await HashAsync(to, partition, cancellationToken));
        }
        foreach (var (name, container) in Containers)
        {
            await foreach (var blob in container(from).ListAsync("", cancellationToken))
            {
                await CheckAsync(
                    $"file {name}/{blob.Name}",
                    await HashAsync(container(from), blob.Name, cancellationToken),
                    await HashAsync(container(to), blob.Name, cancellationToken));
            }
        }
        await to.Rows.CommitAsync(Partition, RowChange.Put(new Mark { Partition = Partition, Key = MarkKey, IsDone = true }), cancellationToken);
        return (cycles.Count, rows, blobs);
    }

    private async Task<int> CopyAsync(string partition, CancellationToken cancellationToken)
    {
        var gone = await to.Rows.ListAsync(partition, RowRange.All, cancellationToken)
            .ToDictionaryAsync(row => row.Key, row => row.Version, StringComparer.Ordinal, cancellationToken);
        var (changes, length, count) = (new List<RowChange>(), 0, 0);
        await foreach (var row in from.Rows.ListAsync(partition, RowRange.All, cancellationToken))
        {
            if (changes.Count == RowLimits.MostChanges || length + row.Json.Length > RowLimits.LongestCommit)
            {
                await to.Rows.CommitAsync(partition, changes, cancellationToken);
                (changes, length) = ([], 0);
            }
            gone.Remove(row.Key);
            changes.Add(RowChange.Put(row.Key, row.Json));
            length += row.Json.Length;
            count++;
        }
        if (changes.Count > 0)
        {
            await to.Rows.CommitAsync(partition, changes, cancellationToken);
        }
        foreach (var some in gone.Chunk(RowLimits.MostChanges))
        {
            await to.Rows.CommitAsync(partition, [.. some.Select(row => RowChange.Delete(row.Key, row.Value))], cancellationToken);
        }
        return count;
    }

    private static async Task<int> CopyAsync(IBlobContainer from, IBlobContainer to, CancellationToken cancellationToken)
    {
        var (count, gone) = (0, await to.ListAsync("", cancellationToken).Select(blob => blob.Name).ToHashSetAsync(StringComparer.Ordinal, cancellationToken));
        await foreach (var some in from.ListAsync("", cancellationToken).Chunk(BlobsAtOnce).WithCancellation(cancellationToken))
        {
            var opened = new List<Stream>();
            try
            {
                foreach (var blob in some)
                {
                    opened.Add(await from.OpenExistingAsync(blob.Name, cancellationToken));
                }
                await to.WriteAsync([.. some.Zip(opened, (blob, content) => new NewBlob(blob.Name, content))], cancellationToken);
            }
            finally
            {
                opened.ForEach(stream => stream.Dispose());
            }
            count += some.Length;
            gone.ExceptWith(some.Select(blob => blob.Name));
        }
        foreach (var name in gone)
        {
            await to.DeleteAsync(name, cancellationToken);
        }
        return count;
    }

    private static async Task<string> HashAsync(IStorage storage, string partition, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in storage.Rows.ListAsync(partition, RowRange.All, cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.Json}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string> HashAsync(IBlobContainer container, string name, CancellationToken cancellationToken)
    {
        await using var content = await container.OpenAsync(name, cancellationToken);
        return content is null ? "" : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private static Task CheckAsync(string what, string original, string copy) => original == copy
        ? Task.CompletedTask
        : throw new StorageException(
            StorageFault.Damaged, $"The copy of the {what} is not as the original. Is something still writing to it? Run the import again.");

    private sealed record Mark : StoredRecord
    {
        public bool IsDone { get; init; }
    }
}
