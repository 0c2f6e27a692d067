using System.Globalization;
using AwardFlow.Records;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Bags;

namespace AwardFlow.Local.Records;

/// <summary>Says whether an archive or a backup is as it was written, from nothing but itself.</summary>
internal static class BagVerification
{
    /// <summary>Looks at it.</summary>
    /// <param name="path">The zip, or the backup's folder.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns><see cref="ExitCode.Done"/> where all is as it was written, else <see cref="ExitCode.Failed"/>.</returns>
    /// <exception cref="UsageException">There is nothing at that path.</exception>
    /// <exception cref="RecordsException">It is neither.</exception>
    public static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        await using var bag = await OpenAsync(path, cancellationToken);
        var report = await BagCheck.OfAsync(bag, cancellationToken);
        foreach (var fault in report.Faults)
        {
            await Console.Out.WriteLineAsync(fault);
        }
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {(report.IsWhole ? "whole" : "NOT WHOLE")}, {report.Files} files, {report.Bytes} bytes compared, tag manifest sha256 {report.Sha256}"));
        if (report.IsWhole && InstallationRows.Is(report))
        {
            using var rows = await InstallationRows.OpenAsync(bag, report, cancellationToken);
        }
        return report.IsWhole && (!IsArchive(report) || await CycleAsync(bag, report, cancellationToken)) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Opens an archive's zip or a backup's folder.</summary>
    /// <exception cref="UsageException">There is nothing at that path.</exception>
    public static async Task<IBagFiles> OpenAsync(string path, CancellationToken cancellationToken) =>
        Directory.Exists(path) ? FolderBag.Read(path)
        : File.Exists(path) ? await ZipBag.ReadAsync(path, cancellationToken)
        : throw new UsageException($"There is no {path}.");

    private static bool IsArchive(BagReport report) =>
        report.Info.GetValueOrDefault(ArchiveWriter.FormatLabel) is ArchiveWriter.Format or ArchiveWriter.RowsFormat;

    private static async Task<bool> CycleAsync(IBagFiles bag, BagReport report, CancellationToken cancellationToken)
    {
        using var archive = await OpenedArchive.OpenAsync(bag, report, cancellationToken);
        var trail = await archive.TrailAsync(cancellationToken);
        foreach (var line in VerifyCommand.Lines(trail))
        {
            await Console.Out.WriteLineAsync(line);
        }
        // Of rows alone the files are elsewhere.
        if (archive.IsRowsAlone)
        {
            return trail.IsWhole;
        }
        var check = new CycleCheck(archive.Storage, archive.Cycle);
        var faults = await check.OriginsAsync(cancellationToken);
        // What cannot be read has no documents that could be looked for.
        if (faults.Count == 0)
        {
            faults = await FilesAsync(check, cancellationToken);
        }
        foreach (var fault in faults)
        {
            await Console.Out.WriteLineAsync(fault);
        }
        return trail.IsWhole && faults.Count == 0;
    }

    /// <summary>Files that were missing or altered already when an archive was made: documents, and what was uploaded.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(CycleCheck check, CancellationToken cancellationToken)
    {
        var documents = await check.DocumentsAsync(cancellationToken);
        return [.. await check.UploadsAsync(cancellationToken), .. documents.IsWhole ? [] : VerifyCommand.Lines(documents)];
    }
}
