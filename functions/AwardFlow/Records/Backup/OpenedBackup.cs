using AwardFlow.Cycles;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;

namespace AwardFlow.Records.Backup;

/// <summary>A backup whose files are as they were written, read as the storage that it is of. Nothing is written to it.</summary>
internal sealed class OpenedBackup : IDisposable
{
    private readonly EmbeddedCopy _copy;
    private readonly FolderBag _bag;

    private OpenedBackup(FolderBag bag, EmbeddedCopy copy) => (_bag, _copy) = (bag, copy);

    /// <summary>The backup, to be read.</summary>
    public IStorage Storage => _copy.Storage;

    /// <summary>Opens a backup.</summary>
    /// <param name="bag">Its files.</param>
    /// <param name="report">What they were found to be.</param>
    /// <exception cref="RecordsException">It was altered, or is none of AwardFlow's.</exception>
    public static OpenedBackup Open(FolderBag bag, BagReport report)
    {
        if (!report.IsWhole)
        {
            throw new RecordsException($"The backup does not verify: {report.Faults[0]}.");
        }
        return report.Info.GetValueOrDefault(ArchiveWriter.FormatLabel) == BackupWriter.Format
            && bag.Lengths.ContainsKey(BagTag.Payload + BackupWriter.Database)
            ? new OpenedBackup(bag, EmbeddedCopy.Take(bag.PathOf(BagTag.Payload.TrimEnd('/')), BackupWriter.Database))
            : throw new RecordsException("The folder is no backup that this version of AwardFlow knows.");
    }

    /// <summary>The cycles in it.</summary>
    public IAsyncEnumerable<Cycle> CyclesAsync(CancellationToken cancellationToken) => new CycleStore(Storage).ListAsync(cancellationToken);

    /// <summary>The data folder's other files: name, and where they are in the backup.</summary>
    public IEnumerable<(string Name, string Path)> OtherFiles()
    {
        const string Prefix = $"{BagTag.Payload}{BackupWriter.OtherFiles}/";
        return _bag.Lengths.Keys.Where(path => path.StartsWith(Prefix, StringComparison.Ordinal)).Select(path => (path[Prefix.Length..], _bag.PathOf(path)));
    }

    /// <inheritdoc/>
    public void Dispose() => _copy.Dispose();
}
