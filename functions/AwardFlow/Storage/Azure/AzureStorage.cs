using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace AwardFlow.Storage;

/// <summary>A storage account on Azure, or what speaks its protocol.</summary>
public sealed class AzureStorage : IStorage
{
    internal const string RowsTable = "rows";
    internal static readonly string[] Containers = ["uploads", "letters", "results", "exports"];

    private readonly AnswerDates _dates = new();
    private readonly BlobServiceClient _blobs;
    private readonly TableServiceClient _tables;
    private readonly TableClient _rows;
    private readonly BlobContainerClient[] _containers;

    /// <summary>An account that is spoken to by the SDK's clients.</summary>
    /// <param name="blobs">Makes the client of the account's blobs.</param>
    /// <param name="tables">Makes the client of the account's tables.</param>
    public AzureStorage(Func<BlobClientOptions, BlobServiceClient> blobs, Func<TableClientOptions, TableServiceClient> tables)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(tables);
        var (blobOptions, tableOptions) = (new BlobClientOptions(), new TableClientOptions());
        blobOptions.AddPolicy(_dates, HttpPipelinePosition.PerRetry);
        tableOptions.AddPolicy(_dates, HttpPipelinePosition.PerRetry);
        (_blobs, _tables) = (blobs(blobOptions), tables(tableOptions));
        (_rows, _containers) = (_tables.GetTableClient(RowsTable), [.. Containers.Select(_blobs.GetBlobContainerClient)]);
    }

    /// <summary>Where the account's blobs are.</summary>
    internal Uri BlobAddress => _blobs.Uri;

    /// <summary>Where the account's tables are.</summary>
    internal Uri TableAddress => _tables.Uri;

    /// <inheritdoc/>
    public IRowStore Rows => field ??= new TableRows(_rows);

    /// <inheritdoc/>
    public IBlobContainer Uploads => field ??= new AzureContainer(_containers[0]);

    /// <inheritdoc/>
    public IBlobContainer Letters => field ??= new AzureContainer(_containers[1]);

    /// <inheritdoc/>
    public IBlobContainer Results => field ??= new AzureContainer(_containers[2]);

    /// <summary>Exports of rows, which Azure itself keeps no earlier state of: <c>{cycle}/{time}-{hash}.zip</c>.</summary>
    public IBlobContainer Exports => field ??= new AzureContainer(_containers[3]);

    /// <summary>The storage account that a connection string names.</summary>
    /// <param name="connectionString">The string, with its account key: never shown, not even when it is wrong.</param>
    /// <param name="storage">The account, or null where the string cannot be read.</param>
    public static bool TryConnect(string connectionString, [NotNullWhen(true)] out AzureStorage? storage)
    {
        try
        {
            storage = new AzureStorage(
                options => new BlobServiceClient(connectionString, options), options => new TableServiceClient(connectionString, options));
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
    public Task CopyEarlierAsync(IEarlierLedger ledger, CancellationToken cancellationToken) =>
        new EarlierTables(_tables, Rows, ledger).CopyAsync(cancellationToken);

    /// <summary>Looks for a cycle that an earlier version went on with after it was copied.</summary>
    /// <param name="ledger">How the delivery ledger is kept today.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its id; null where there is none.</returns>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    internal Task<string?> FindWrittenSinceCopyAsync(IEarlierLedger ledger, CancellationToken cancellationToken) =>
        new EarlierTables(_tables, Rows, ledger).FindWrittenSinceAsync(cancellationToken);

    /// <inheritdoc/>
    public TimeProvider Clock(TimeProvider machine) => _dates.Tell(new StorageClock(machine));

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
