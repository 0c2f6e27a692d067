using System.Globalization;
using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>The rows of the installation's own trails as a bag: who had whose data erased, which archives were taken, when the clock was confirmed.</summary>
internal sealed class InstallationRows : IDisposable
{
    /// <summary>The layout that is written, and read.</summary>
    public const string Format = "installation-1";

    private readonly TemporaryRows _rows;

    private InstallationRows(TemporaryRows rows) => _rows = rows;

    /// <summary>The rows, to be read.</summary>
    public IRowStore Rows => _rows.Rows;

    /// <summary>The rows of a storage, by partition, but for when a server last ran, which another installation must not believe.</summary>
    public static async IAsyncEnumerable<(string Partition, Row Row)> Of(IRowStore rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var partition in CycleTrails.OfInstallation)
        {
            await foreach (var row in rows.ListAsync(partition, RowRange.All, cancellationToken).Where(row => row.Key != ClockWatch.SeenKey))
            {
                yield return (partition, row);
            }
        }
    }

    /// <summary>Writes them.</summary>
    /// <returns>The SHA-256 of the bag's tag manifest.</returns>
    public static async Task<string> WriteAsync(IRowStore rows, Stream to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var zip = await ZipSink.CreateAsync(to, "installation-rows", at, cancellationToken);
        await using var bag = new BagWriter(zip);
        foreach (var partition in CycleTrails.OfInstallation)
        {
            await bag.AddAsync(
                FileOf(partition),
                Of(rows, cancellationToken).Where(each => each.Partition == partition).Select(each => ArchivedRows.Line(each.Row)),
                cancellationToken);
        }
        return await bag.FinishAsync(
            [(ArchiveWriter.FormatLabel, Format), (ArchiveWriter.MadeAtLabel, at.ToString("O", CultureInfo.InvariantCulture))], cancellationToken);
    }

    /// <summary>Whether a bag is of this layout.</summary>
    public static bool Is(BagReport report) => report.Info.GetValueOrDefault(ArchiveWriter.FormatLabel) == Format;

    /// <summary>Opens an export of them.</summary>
    /// <exception cref="RecordsException">It was altered, or a trail in it is not whole.</exception>
    public static async Task<InstallationRows> OpenAsync(IBagFiles bag, BagReport report, CancellationToken cancellationToken)
    {
        if (!report.IsWhole)
        {
            throw new RecordsException($"The export does not verify: {report.Faults[0]}.");
        }
        var opened = new InstallationRows(TemporaryRows.Create());
        try
        {
            foreach (var partition in CycleTrails.OfInstallation.Where(partition => bag.Lengths.ContainsKey(BagTag.Payload + FileOf(partition))))
            {
                await using var file = await bag.OpenAsync(BagTag.Payload + FileOf(partition), cancellationToken);
                await opened._rows.FillAsync(partition, ArchivedRows.ReadAsync(file, cancellationToken), cancellationToken);
                if (!(await new TrailCheck(opened.Rows).OfAsync(partition, known: null, cancellationToken)).IsWhole)
                {
                    throw new RecordsException($"The export does not verify: the trail of '{partition}' is not whole.");
                }
            }
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private static string FileOf(string partition) => $"storage/{partition.TrimStart('_')}.jsonl";
}
