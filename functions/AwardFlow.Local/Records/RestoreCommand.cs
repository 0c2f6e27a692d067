using System.CommandLine;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Records;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Backup;
using AwardFlow.Records.Bags;
using AwardFlow.Records.Restore;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Local.Records;

/// <summary>The command <c>restore</c>: brings the cycle of an archive, or all of a backup, into an installation that does not have it.</summary>
internal static class RestoreCommand
{
    /// <summary>The command's words.</summary>
    /// <param name="data">The option that names the data folder.</param>
    /// <param name="guard">Runs a command and says its exit code.</param>
    public static Command Create(Option<DirectoryInfo> data, Func<Func<Task<int>>, Task<int>> guard)
    {
        var from = new Argument<string>("FILE") { Description = "An archive's zip or a backup's folder" };
        var damaged = new Option<bool>("--damaged")
        {
            Description = "Take an archive also where documents or uploads were missing or altered already when it was made",
        };
        var command = new Command("restore", "Bring the cycle of an archive, or all of a backup, into an installation without it; what was not over is paused")
        {
            from, damaged, data,
        };
        command.SetAction((arguments, cancellationToken) => guard(() => RunAsync(
            arguments.GetRequiredValue(from), arguments.GetValue(damaged), arguments.GetRequiredValue(data), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string from, bool damaged, DirectoryInfo data, CancellationToken cancellationToken)
    {
        await using var bag = await BagVerification.OpenAsync(from, cancellationToken);
        var report = await BagCheck.OfAsync(bag, cancellationToken);
        await TellAsync(report.Faults);
        var settings = LocalStorage.Settings();
        if (LocalStorage.IsAccount(settings))
        {
            var account = StorageSettings.Connect(settings);
            await account.CreateAsync(cancellationToken);
            return await RestoreAsync(bag, report, damaged, account, into: null, cancellationToken);
        }
        using var folder = DataFolder.Open(data);
        using var storage = await LocalStorage.OpenAsync(folder, import: null, cancellationToken);
        return await RestoreAsync(bag, report, damaged, storage, folder.Path, cancellationToken);
    }

    private static async Task<int> RestoreAsync(IBagFiles bag, BagReport report, bool damaged, IStorage to, string? into, CancellationToken cancellationToken)
    {
        if (bag is FolderBag folder)
        {
            return await RestoreBackupAsync(folder, report, to, into, cancellationToken);
        }
        if (InstallationRows.Is(report))
        {
            return await RestoreTrailsAsync(bag, report, to, cancellationToken);
        }
        using var archive = await OpenedArchive.OpenAsync(bag, report, cancellationToken);
        var trail = await archive.TrailAsync(cancellationToken);
        if (!trail.IsWhole)
        {
            throw new RecordsException($"The archive does not verify: {string.Join(' ', VerifyCommand.Lines(trail))}");
        }
        var restore = new CycleRestore(to, TimeProvider.System);
        await restore.MustBeFreeAsync(archive.Cycle.Id, cancellationToken);
        if (!archive.IsRowsAlone)
        {
            var check = new CycleCheck(archive.Storage, archive.Cycle);
            var faults = await check.OriginsAsync(cancellationToken) is { Count: > 0 } origins
                ? origins
                : await BagVerification.FilesAsync(check, cancellationToken);
            await TellAsync(faults);
            if (faults.Count > 0 && !damaged)
            {
                throw new RecordsException(
                    "The archive does not verify: what it lacks was missing or altered already when it was made. With --damaged it is restored without, where it can be read at all.");
            }
        }
        return await TellAsync(
            await restore.RunAsync(archive.Storage, archive.Cycle.Id, OriginOf(report), Actor.Local, cancellationToken, archive.IsRowsAlone));
    }

    private static async Task<int> RestoreTrailsAsync(IBagFiles bag, BagReport report, IStorage to, CancellationToken cancellationToken)
    {
        using var rows = await InstallationRows.OpenAsync(bag, report, cancellationToken);
        var left = await new InstallationRestore(to, TimeProvider.System).RestoreTrailsAsync(rows.Rows, cancellationToken);
        foreach (var partition in CycleTrails.OfInstallation)
        {
            await Console.Out.WriteLineAsync(
                $"{partition}: {(left.Contains(partition, StringComparer.Ordinal) ? "left as it is, since something is there" : "restored")}");
        }
        return left.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> RestoreBackupAsync(FolderBag bag, BagReport report, IStorage to, string? into, CancellationToken cancellationToken)
    {
        using var backup = OpenedBackup.Open(bag, report);
        var code = ExitCode.Done;
        await foreach (var restored in new InstallationRestore(to, TimeProvider.System).RunAsync(backup, OriginOf(report), Actor.Local, cancellationToken))
        {
            code = Math.Max(code, await TellAsync(restored));
        }
        if (into is null)
        {
            await Console.Out.WriteLineAsync(
                "People and the key of receipt links are settings there (docs/azure.md); the backup has them in data/installation.");
            return code;
        }
        // Nothing but what a backup is of: another file could be what some program reads from the folder.
        foreach (var (name, path) in backup.OtherFiles()
            .Where(file => BackupCommand.OtherFiles.Contains(file.Name.Split('/')[0], StringComparer.Ordinal) && !File.Exists(Path.Combine(into, file.Name))))
        {
            var target = Path.Combine([into, .. name.Split('/')]);
            DurableFiles.MakeFolder(Path.GetDirectoryName(target)!);
            await using var content = File.OpenRead(path);
            DurableFiles.Write(target, content);
        }
        return code;
    }

    private static RestoreOrigin OriginOf(BagReport report) => new(report.Sha256, report.Info.GetValueOrDefault(ArchiveWriter.MadeAtLabel) ?? "");

    private static async Task<int> TellAsync(RestoredCycle restored)
    {
        if (restored.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{restored.Cycle}: {problem}");
            return ExitCode.Failed;
        }
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{restored.Cycle}: {restored.Rows} rows and {restored.Blobs} files restored.{(restored.IsPaused ? " It was not over, and is paused: nothing is mailed until a person looks and lets it go on." : "")}"));
        if (restored.IsPaused)
        {
            await Console.Out.WriteLineAsync(RecordsTexts.PausedByRestore.Thai);
        }
        return ExitCode.Done;
    }

    private static async Task TellAsync(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }
    }
}
