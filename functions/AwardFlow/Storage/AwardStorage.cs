using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace AwardFlow.Storage;

/// <summary>The blob containers and tables of one storage account.</summary>
/// <param name="blobs">The account's blobs.</param>
/// <param name="tables">The account's tables.</param>
public sealed class AwardStorage(BlobServiceClient blobs, TableServiceClient tables)
{
    /// <summary>What people uploaded, as evidence: <c>{cycle}/{sha256}.{ext}</c>.</summary>
    public BlobContainerClient Uploads { get; } = blobs.GetBlobContainerClient("uploads");

    /// <summary>The rendered documents: <c>{cycle}/{entry}/letter.pdf</c>.</summary>
    public BlobContainerClient Letters { get; } = blobs.GetBlobContainerClient("letters");

    /// <summary>Averages and ranks as they were frozen, and what was missing before: <c>{cycle}/…</c>.</summary>
    public BlobContainerClient Results { get; } = blobs.GetBlobContainerClient("results");

    /// <summary>A partition a cycle: the cycle's own row, and one for each accepted upload.</summary>
    public TableClient Cycles { get; } = tables.GetTableClient("cycles");

    /// <summary>The delivery ledger: a partition a cycle, a row an entry.</summary>
    public TableClient Deliveries { get; } = tables.GetTableClient("deliveries");

    /// <summary>Outcomes of finished steps: a partition a cycle, a row a step.</summary>
    public TableClient Steps { get; } = tables.GetTableClient("steps");

    /// <summary>The storage account that a connection string names.</summary>
    /// <param name="connectionString">The string, with its account key: never shown, not even when it is wrong.</param>
    /// <param name="storage">The account, or null where the string cannot be read.</param>
    public static bool TryConnect(string connectionString, [NotNullWhen(true)] out AwardStorage? storage)
    {
        try
        {
            storage = new AwardStorage(new BlobServiceClient(connectionString), new TableServiceClient(connectionString));
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            storage = null;
            return false;
        }
    }

    /// <summary>Makes the containers and tables that are not there yet.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var container in new[] { Uploads, Letters, Results })
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
        foreach (var table in new[] { Cycles, Deliveries, Steps })
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
        }
    }
}
