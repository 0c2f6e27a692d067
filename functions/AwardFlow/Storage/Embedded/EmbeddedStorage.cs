namespace AwardFlow.Storage;

/// <summary>
/// Storage in a folder of this machine: rows in an SQLite database, blobs as files. What was answered is on the disk. One
/// process uses a folder at a time; its caller sees to that.
/// </summary>
public sealed class EmbeddedStorage : IStorage, IDisposable
{
    private const string UnfinishedFolder = ".unfinished";

    // That something was forgotten since the database was written anew. No cycle's id has a '_'.
    private const string OwnPartition = "_storage";
    private const string ForgottenKey = "forgotten";

    // A page of letters with its mails in the outbox, several times over.
    private const long LeastRoom = 64_000_000;

    private readonly RowDatabase _rows;
    private readonly string _folder;

    private EmbeddedStorage(string folder, RowDatabase rows)
    {
        (_folder, _rows) = (folder, rows);
        var unfinished = Path.Combine(folder, UnfinishedFolder);
        Uploads = new FileContainer(Path.Combine(folder, "uploads"), unfinished);
        Letters = new FileContainer(Path.Combine(folder, "letters"), unfinished);
        Results = new FileContainer(Path.Combine(folder, "results"), unfinished);
    }

    /// <summary>The name of the database in the folder.</summary>
    public const string DatabaseName = "awardflow.db";

    /// <inheritdoc/>
    public IRowStore Rows => _rows;

    /// <summary>Ends when a commit failed for the first time, with why: the disk is full, cannot be written to, or is damaged.</summary>
    public Task<StorageException> Failed => _rows.Failed;

    /// <summary>Ends when the database was found damaged, whether by a commit or by a reader, and whatever failed before.</summary>
    public Task<StorageException> Damaged => _rows.Damaged;

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

    /// <inheritdoc/>
    public TimeProvider Clock(TimeProvider machine) => machine;

    /// <inheritdoc/>
    public void RequireRoom()
    {
        if (new DriveInfo(_folder).AvailableFreeSpace is var left and < LeastRoom)
        {
            throw new StorageException(
                StorageFault.Full,
                $"The disk of the data folder is almost full ({left / 1_000_000} MB are left); make room on it. Until then nothing is sent, since it could not be recorded.");
        }
    }

    /// <inheritdoc/>
    public async Task ForgetDeletedAsync(CancellationToken cancellationToken)
    {
        // A command ends, and a server may be started again, before the sweep comes to it.
        await _rows.CommitAsync(OwnPartition, RowChange.Put(ForgottenKey, "{}"), cancellationToken);
        await _rows.SweepAsync(compact: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        if (await _rows.FindAsync(OwnPartition, ForgottenKey, cancellationToken) is { } mark)
        {
            await _rows.SweepAsync(compact: true, cancellationToken);
            // What was forgotten meanwhile has a mark of another version.
            await _rows.CommitAsync(OwnPartition, RowChange.Delete(mark.Key, mark.Version), cancellationToken);
        }
    }

    /// <summary>Ends what is being written and closes the database.</summary>
    public void Dispose() => _rows.Dispose();
}
