namespace AwardFlow.Storage;

/// <summary>
/// A data folder as it was in one moment, also while another process writes to it: a copy of its rows, and its blobs where
/// they are. A blob is written before the rows that name it, so what the copied rows name is there.
/// </summary>
internal sealed class EmbeddedCopy : IDisposable
{
    private readonly TemporaryRows _rows;
    private readonly string _unfinished;

    private EmbeddedCopy(string folder, TemporaryRows rows)
    {
        (_rows, _unfinished) = (rows, Path.Combine(Path.GetTempPath(), "awardflow-none"));
        Storage = new StorageView(rows.Rows, Container(folder, "uploads"), Container(folder, "letters"), Container(folder, "results"));
    }

    /// <summary>The storage, to be read.</summary>
    public IStorage Storage { get; }

    /// <summary>Takes a copy of the rows.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="database">The database's name in it.</param>
    /// <exception cref="StorageException">The database cannot be read, is damaged, or is a later version's.</exception>
    public static EmbeddedCopy Take(string folder, string database = EmbeddedStorage.DatabaseName) =>
        new(folder, TemporaryRows.CopyOf(Path.Combine(folder, database)));

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private FileContainer Container(string folder, string name) => new(Path.Combine(folder, name), _unfinished);
}
