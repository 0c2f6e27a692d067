namespace AwardFlow.Storage;

/// <summary>
/// Storage in a folder of this machine: rows in an SQLite database, blobs as files. What was answered is on the disk. One
/// process uses a folder at a time; its caller sees to that.
/// </summary>
public sealed class EmbeddedStorage : IStorage, IDisposable
{
    private const string UnfinishedFolder = ".unfinished";

    private readonly RowDatabase _rows;

    private EmbeddedStorage(string folder, RowDatabase rows)
    {
        _rows = rows;
        var unfinished = Path.Combine(folder, UnfinishedFolder);
        Uploads = new FileContainer(Path.Combine(folder, "uploads"), unfinished);
        Letters = new FileContainer(Path.Combine(folder, "letters"), unfinished);
        Results = new FileContainer(Path.Combine(folder, "results"), unfinished);
    }

    /// <summary>The name of the database in the folder.</summary>
    public const string DatabaseName = "awardflow.db";

    /// <inheritdoc/>
    public IRowStore Rows => _rows;

    /// <inheritdoc/>
    public IBlobContainer Uploads { get; }

    /// <inheritdoc/>
    public IBlobContainer Letters { get; }

    /// <inheritdoc/>
    public IBlobContainer Results { get; }

    /// <summary>Opens the storage of a folder, making what is not there, and checks the database.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="StorageException">The folder cannot be used, is damaged, or is a later version's.</exception>
    public static EmbeddedStorage Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        try
        {
            DurableFiles.MakeFolder(full);
            // Files that were cut off before they had their name.
            var unfinished = Path.Combine(full, UnfinishedFolder);
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
            DurableFiles.MakeFolder(unfinished);
        }
        catch (Exception e) when (DiskFaults.Of(e) is not null)
        {
            throw DiskFaults.Of(e)!;
        }
        return new EmbeddedStorage(full, RowDatabase.Open(Path.Combine(full, DatabaseName)));
    }

    /// <inheritdoc/>
    public Task CreateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends what is being written and closes the database.</summary>
    public void Dispose() => _rows.Dispose();
}
