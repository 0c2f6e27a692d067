namespace AwardFlow.Storage;

/// <summary>Rows in a database of their own among the machine's temporary files, for the owner alone, gone when it is closed.</summary>
internal sealed class TemporaryRows : IDisposable
{
    private readonly string _folder;
    private readonly RowDatabase _rows;

    private TemporaryRows(string folder, RowDatabase rows) => (_folder, _rows) = (folder, rows);

    /// <summary>The rows.</summary>
    public IRowStore Rows => _rows;

    /// <summary>Makes a database without rows.</summary>
    /// <exception cref="StorageException">The disk does not take it.</exception>
    public static TemporaryRows Create() => Create(_ => { });

    /// <summary>Makes a copy of a database that another process may be writing to: as it was in one moment.</summary>
    /// <param name="database">The database's file.</param>
    /// <exception cref="StorageException">The disk does not take it, or the database is damaged.</exception>
    public static TemporaryRows CopyOf(string database) => Create(path => RowDatabase.Copy(database, path));

    /// <summary>Writes rows of one partition, whatever is there.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> FillAsync(string partition, IAsyncEnumerable<(string Key, string Json)> rows, CancellationToken cancellationToken) =>
        _rows.FillAsync(partition, rows, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static TemporaryRows Create(Action<string> fill)
    {
        var folder = Directory.CreateTempSubdirectory("awardflow-").FullName;
        try
        {
            var path = Path.Combine(folder, EmbeddedStorage.DatabaseName);
            fill(path);
            return new TemporaryRows(folder, RowDatabase.Open(path));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
