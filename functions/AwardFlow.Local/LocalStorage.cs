using AwardFlow.Local.Import;
using AwardFlow.Storage;

namespace AwardFlow.Local;

/// <summary>The storage of one machine: a storage account where the settings name one, else a folder.</summary>
internal static class LocalStorage
{
    /// <summary>Whether the settings name a storage account.</summary>
    public static bool IsAccount(IConfiguration settings) => settings.GetSection("AzureWebJobsStorage").Exists();

    /// <summary>The settings of a command.</summary>
    public static IConfiguration Settings() =>
        new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables().Build();

    /// <summary>Refuses a folder without data: a command that reads makes none.</summary>
    /// <exception cref="UsageException">It holds none.</exception>
    public static void MustHoldData(DirectoryInfo data)
    {
        if (!File.Exists(Path.Combine(data.FullName, EmbeddedStorage.DatabaseName)))
        {
            throw new UsageException($"The folder {data.FullName} holds no data of AwardFlow. Name its data folder with --data, or set AzureWebJobsStorage.");
        }
    }

    /// <summary>Opens the storage of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="import">The connection string of an Azurite with an earlier version's data, which is copied first; null for none.</param>
    /// <param name="cancellationToken">Stops copying.</param>
    /// <exception cref="UsageException">The folder holds an earlier version's data that is not imported, or cannot take it.</exception>
    /// <exception cref="StorageException">The folder cannot be used.</exception>
    public static async Task<EmbeddedStorage> OpenAsync(DataFolder folder, string? import, CancellationToken cancellationToken)
    {
        var earlier = EarlierData(folder);
        if (import is null && earlier is not null && !File.Exists(Path.Combine(folder.Path, EmbeddedStorage.DatabaseName)))
        {
            throw NotImported(folder, earlier);
        }
        var storage = EmbeddedStorage.Open(folder.Path);
        try
        {
            if (import is not null)
            {
                await StorageImport.RunAsync(import, storage, cancellationToken);
            }
            else if (await StorageImport.IsUnfinishedAsync(storage, cancellationToken))
            {
                throw new UsageException($"The import into {folder.Path} was cut off. Run serve with --import again; it goes on.");
            }
            // An import that failed before its first row left a database, and nothing in it.
            else if (earlier is not null && !await StorageImport.WasMadeAsync(storage, cancellationToken)
                && (await storage.Rows.PageAsync(Catalogue.Partition, RowRange.All, 1, cancellationToken)).Count == 0)
            {
                throw NotImported(folder, earlier);
            }
            return storage;
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }

    private static string? EarlierData(DataFolder folder)
    {
        var azurite = Path.Combine(folder.Path, "azurite");
        return File.Exists(Path.Combine(azurite, "__azurite_db_table__.json")) ? azurite : null;
    }

    private static UsageException NotImported(DataFolder folder, string azurite) => new(
        $"The folder {folder.Path} holds the data of an earlier version, which Azurite kept. Start Azurite on it (npx azurite --location \"{azurite}\"), then run: serve --data \"{folder.Path}\" --import UseDevelopmentStorage=true. docs/one-machine.md says more.");
}
