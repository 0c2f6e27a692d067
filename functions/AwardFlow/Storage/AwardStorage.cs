using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace AwardFlow.Storage;

/// <summary>One storage account, and the table of the delivery ledger beside it.</summary>
/// <param name="blobs">The account's blobs.</param>
/// <param name="tables">The account's tables.</param>
public sealed class AwardStorage(BlobServiceClient blobs, TableServiceClient tables)
{
    /// <summary>The account's rows and blobs.</summary>
    public AzureStorage Account { get; } = new(blobs, tables);

    /// <summary>The delivery ledger: a partition a cycle, a row an entry.</summary>
    public TableClient Deliveries { get; } = tables.GetTableClient("deliveries");

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
        await Account.CreateAsync(cancellationToken);
        await Deliveries.CreateIfNotExistsAsync(cancellationToken);
    }
}
