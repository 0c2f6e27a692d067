using System.Security.Cryptography;
using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>Holds what two storages have of a cycle against each other, row by row and byte by byte.</summary>
internal static class StorageComparison
{
    /// <summary>Every row by its key, and every blob by container and name as its SHA-256.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(IStorage storage, string cycle, CancellationToken cancellationToken)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in storage.Rows.ListAsync(cycle, RowRange.All, cancellationToken))
        {
            all.Add($"row {row.Key}", row.Json);
        }
        foreach (var name in BlobContainers.Names)
        {
            await foreach (var blob in storage.Container(name).ListAsync($"{cycle}/", cancellationToken))
            {
                await using var content = await storage.Container(name).OpenExistingAsync(blob.Name, cancellationToken);
                all.Add($"blob {name}/{blob.Name}", Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
            }
        }
        return all;
    }
}
