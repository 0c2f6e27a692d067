using System.Globalization;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;

namespace AwardFlow.Records.Backup;

/// <summary>
/// Writes all of a data folder as a bag, also while a server works on it: first the rows, as they are in one moment, then the
/// files. A file is written before the rows that name it, so what the rows name is there.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class BackupWriter(TimeProvider time)
{
    /// <summary>The layout that is written, and read.</summary>
    public const string Format = "backup-1";

    /// <summary>
    /// Where the rows are in the payload. It has another name than in a data folder:
    /// a server that is pointed at a backup finds no cycle, and mails nothing again.
    /// </summary>
    public const string Database = "storage/backup.db";

    /// <summary>The part of the payload with the folder's other files: keys, people, the outbox.</summary>
    public const string OtherFiles = "installation";

    /// <summary>Writes a backup.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="others">Files and folders in it that are kept beside rows and blobs, where they are there.</param>
    /// <param name="to">The folder that is written, which is not there.</param>
    /// <param name="cancellationToken">Stops; what was written by then is no backup.</param>
    /// <returns>How many files the backup has, and the SHA-256 of its tag manifest.</returns>
    /// <exception cref="StorageException">The folder cannot be read, or the backup not written.</exception>
    public async Task<(int Files, string Sha256)> WriteAsync(string data, IReadOnlyList<string> others, string to, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        await using var bag = new BagWriter(new FolderSink(to));
        var files = 1;
        var temporary = Directory.CreateTempSubdirectory("awardflow-").FullName;
        try
        {
            var rows = Path.Combine(temporary, EmbeddedStorage.DatabaseName);
            RowDatabase.Copy(Path.Combine(data, EmbeddedStorage.DatabaseName), rows);
            await using var database = File.OpenRead(rows);
            await bag.AddAsync(Database, database, cancellationToken);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
        foreach (var (name, path) in BlobContainers.Names.SelectMany(name => Under(data, name, name))
            .Concat(others.SelectMany(name => Under(data, name, $"{OtherFiles}/{name}"))))
        {
            if (Opened(path) is { } file)
            {
                await using (file)
                {
                    await bag.AddAsync(name, file, cancellationToken);
                    files++;
                }
            }
        }
        var sha256 = await bag.FinishAsync(
            [
                ("External-Description", "A backup of all of an AwardFlow installation. It holds its keys: keep it as the data folder itself."),
                ("Bagging-Date", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("Bag-Software-Agent", $"AwardFlow {typeof(BackupWriter).Assembly.GetName().Version?.ToString(3)}"),
                (ArchiveWriter.FormatLabel, Format),
                (ArchiveWriter.MadeAtLabel, at.ToString("O", CultureInfo.InvariantCulture)),
            ],
            cancellationToken);
        return (files, sha256);
    }

    private static IEnumerable<(string Name, string Path)> Under(string data, string part, string name)
    {
        var path = Path.Combine(data, part);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(
                file => ($"{name}/{Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')}", file))
            : File.Exists(path) ? [(name, path)] : [];
    }

    // Gone since it was listed: erased, or a mail of the outbox that a person took away.
    private static FileStream? Opened(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
