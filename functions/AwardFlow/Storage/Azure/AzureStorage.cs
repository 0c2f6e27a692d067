using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace AwardFlow.Storage;

/// <summary>A storage account on Azure, or what speaks its protocol.</summary>
/// <param name="blobs">The account's blobs.</param>
/// <param name="tables">The account's tables.</param>
public sealed class AzureStorage(BlobServiceClient blobs, TableServiceClient tables) : IStorage
{
    internal const string RowsTable = "rows";
    internal static readonly string[] Containers = ["uploads", "letters", "results"];

    private readonly TableClient _rows = tables.GetTableClient(RowsTable);
    private readonly BlobContainerClient[] _containers = [.. Containers.Select(blobs.GetBlobContainerClient)];

    /// <summary>Where the account's blobs are.</summary>
    internal Uri BlobAddress => blobs.Uri;

    /// <summary>Where the account's tables are.</summary>
    internal Uri TableAddress => tables.Uri;

    /// <inheritdoc/>
    public IRowStore Rows => field ??= new TableRows(_rows);

    /// <inheritdoc/>
    public IBlobContainer Uploads => field ??= new AzureContainer(_containers[0]);

    /// <inheritdoc/>
    public IBlobContainer Letters => field ??= new AzureContainer(_containers[1]);

    /// <inheritdoc/>
    public IBlobContainer Results => field ??= new AzureContainer(_containers[2]);

    /// <summary>The storage account that a connection string names.</summary>
    /// <param name="connectionString">The string, with its account key: never shown, not even when it is wrong.</param>
    /// <param name="storage">The account, or null where the string cannot be read.</param>
    public static bool TryConnect(string connectionString, [NotNullWhen(true)] out AzureStorage? storage)
    {
        try
        {
            storage = new AzureStorage(new BlobServiceClient(connectionString), new TableServiceClient(connectionString));
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            storage = null;
            return false;
        }
    }

    /// <summary>Copies what earlier versions kept in other tables, once.</summary>
    /// <param name="ledger">How the delivery ledger is kept today.</param>
    /// <param name="cancellationToken">Stops waiting; the next start goes on.</param>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public Task CopyEarlierAsync(IEarlierLedger ledger, CancellationToken cancellationToken) => new EarlierTables(tables, Rows, ledger).CopyAsync(cancellationToken);

    /// <inheritdoc/>
    public void RequireRoom()
    {
        // An account has 5 PiB.
    }

    /// <inheritdoc/>
    public Task CreateAsync(CancellationToken cancellationToken) => AzureFaults.ClearAsync(async () =>
    {
        foreach (var container in _containers)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
        await _rows.CreateIfNotExistsAsync(cancellationToken);
        return true;
    });
}
