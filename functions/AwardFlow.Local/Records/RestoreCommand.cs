using System.CommandLine;
using System.Globalization;
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
        var command = new Command("restore", "Bring the cycle of an archive, or all of a backup, into an installation without it; what was running is paused") { from, data };
        command.SetAction((arguments, cancellationToken) => guard(() => RunAsync(arguments.GetRequiredValue(from), arguments.GetRequiredValue(data), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string from, DirectoryInfo data, CancellationToken cancellationToken)
    {
        await using var bag = await BagVerification.OpenAsync(from, cancellationToken);
        var report = await BagCheck.OfAsync(bag, cancellationToken);
        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }
        var settings = LocalStorage.Settings();
        if (LocalStorage.IsAccount(settings))
        {
            var account = StorageSettings.Connect(settings);
            await account.CreateAsync(cancellationToken);
            await RestoreAsync(bag, report, account, into: null, cancellationToken);
            return ExitCode.Done;
        }
        using var folder = DataFolder.Open(data);
        using var storage = await LocalStorage.OpenAsync(folder, import: null, cancellationToken);
        await RestoreAsync(bag, report, storage, folder.Path, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task RestoreAsync(IBagFiles bag, BagReport report, IStorage to, string? into, CancellationToken cancellationToken)
    {
        if (bag is FolderBag folder)
        {
            await RestoreBackupAsync(folder, report, to, into, cancellationToken);
            return;
        }
        using var archive = await OpenedArchive.OpenAsync(bag, report, cancellationToken);
        var trail = await archive.TrailAsync(cancellationToken);
        if (!trail.IsWhole)
        {
            throw new RecordsException($"The archive does not verify: {string.Join(' ', VerifyCommand.Lines(trail))}");
        }
        await TellAsync(await new CycleRestore(to, TimeProvider.System).RunAsync(archive.Storage, archive.Cycle.Id, OriginOf(report), Actor.Local, cancellationToken, archive.IsRowsAlone));
    }

    private static async Task RestoreBackupAsync(FolderBag bag, BagReport report, IStorage to, string? into, CancellationToken cancellationToken)
    {
        using var backup = OpenedBackup.Open(bag, report);
        await foreach (var restored in new InstallationRestore(to, TimeProvider.System).RunAsync(backup, OriginOf(report), Actor.Local, cancellationToken))
        {
            await TellAsync(restored);
        }
        if (into is null)
        {
            await Console.Out.WriteLineAsync("People and the key of receipt links are settings there (docs/azure.md); the backup has them in data/installation.");
            return;
        }
        // Nothing but what a backup is of: another file could be what some program reads from the folder.
        foreach (var (name, path) in backup.OtherFiles().Where(file => BackupCommand.OtherFiles.Contains(file.Name.Split('/')[0], StringComparer.Ordinal) && !File.Exists(Path.Combine(into, file.Name))))
        {
            var target = Path.Combine([into, .. name.Split('/')]);
            DurableFiles.MakeFolder(Path.GetDirectoryName(target)!);
            await using var content = File.OpenRead(path);
            DurableFiles.Write(target, content);
        }
    }

    private static RestoreOrigin OriginOf(BagReport report) => new(report.Sha256, report.Info.GetValueOrDefault(ArchiveWriter.MadeAtLabel) ?? "");

    private static Task TellAsync(RestoredCycle restored) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{restored.Cycle}: {restored.Rows} rows and {restored.Blobs} files restored.{(restored.IsPaused ? " It was running, and is paused: nothing is mailed until a person looks and lets it go on." : "")}"));
}
