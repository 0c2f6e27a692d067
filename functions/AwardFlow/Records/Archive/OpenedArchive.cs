using AwardFlow.Cycles;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>An archive whose files are as they were written, read as a storage with the one cycle.</summary>
internal sealed class OpenedArchive : IDisposable
{
    private readonly TemporaryRows _rows;

    private OpenedArchive(TemporaryRows rows, IStorage storage, Cycle cycle) => (_rows, Storage, Cycle) = (rows, storage, cycle);

    /// <summary>The cycle's row.</summary>
    public Cycle Cycle { get; }

    /// <summary>Whether it has rows alone, and the files are where they are brought back to.</summary>
    public bool IsRowsAlone { get; private init; }

    /// <summary>The archive, to be read.</summary>
    public IStorage Storage { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="bag">Its files.</param>
    /// <param name="report">What they were found to be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RecordsException">It was altered, or is none of AwardFlow's.</exception>
    public static async Task<OpenedArchive> OpenAsync(IBagFiles bag, BagReport report, CancellationToken cancellationToken)
    {
        if (!report.IsWhole)
        {
            throw new RecordsException($"The archive does not verify: {report.Faults[0]}.");
        }
        if (report.Info.GetValueOrDefault(ArchiveWriter.FormatLabel) is not (ArchiveWriter.Format or ArchiveWriter.RowsFormat)
            || !CycleId.TryParse(report.Info.GetValueOrDefault(ArchiveWriter.CycleLabel), out var id))
        {
            throw new RecordsException("The bag is no archive of a cycle that this version of AwardFlow knows.");
        }
        if (!bag.Lengths.ContainsKey(BagTag.Payload + ArchivedRows.File))
        {
            throw new RecordsException($"The archive has no {BagTag.Payload}{ArchivedRows.File}.");
        }
        var containers = BlobContainers.Names.ToDictionary(name => name, name => new BagContainer(bag, name, id), StringComparer.Ordinal);
        var rows = TemporaryRows.Create();
        try
        {
            await using (var file = await bag.OpenAsync(BagTag.Payload + ArchivedRows.File, cancellationToken))
            {
                await rows.FillAsync(id.Text, ArchivedRows.ReadAsync(file, cancellationToken), cancellationToken);
            }
            var storage = new StorageView(rows.Rows, containers["uploads"], containers["letters"], containers["results"]);
            return new OpenedArchive(
                rows, storage, await new CycleStore(storage).FindAsync(id, cancellationToken) ?? throw new RecordsException("The archive has no cycle's row."))
            {
                IsRowsAlone = report.Info[ArchiveWriter.FormatLabel] == ArchiveWriter.RowsFormat,
            };
        }
        catch (ArgumentException)
        {
            rows.Dispose();
            throw new RecordsException($"{BagTag.Payload}{ArchivedRows.File}: has a row twice.");
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Whether the cycle's trail is whole.</summary>
    public Task<TrailReport> TrailAsync(CancellationToken cancellationToken) =>
        new TrailCheck(Storage.Rows).OfAsync(Cycle.Id.Text, Cycle.Trail, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();
}
