using System.CommandLine;
using System.Globalization;
using AwardFlow.Records.Backup;
using AwardFlow.Storage;
using AwardFlow.Web.Access;

namespace AwardFlow.Local.Records;

/// <summary>The command <c>backup</c>: all of a data folder, also while a server works on it.</summary>
internal static class BackupCommand
{
    /// <summary>What is kept of a data folder beside rows and blobs: people with their trail, the key of receipt links, the outbox.</summary>
    public static IReadOnlyList<string> OtherFiles { get; } = [PeopleFile.Name, PeopleTrail.Name, DataFolder.ReceiptsKeyName, DataFolder.OutboxName];

    /// <summary>The command's words.</summary>
    /// <param name="data">The option that names the data folder.</param>
    /// <param name="guard">Runs a command and says its exit code.</param>
    public static Command Create(Option<DirectoryInfo> data, Func<Func<Task<int>>, Task<int>> guard)
    {
        var to = new Option<DirectoryInfo>("--out") { Description = "The folder that is written; it must not be there", HelpName = "FOLDER", Required = true };
        var command = new Command("backup", "Write all of a data folder to another folder, also while 'serve' runs; 'verify' proves it and 'restore' takes it")
        {
            to, data,
        };
        command.SetAction(
            (arguments, cancellationToken) => guard(() => RunAsync(arguments.GetRequiredValue(data), arguments.GetRequiredValue(to), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo data, DirectoryInfo to, CancellationToken cancellationToken)
    {
        if (LocalStorage.IsAccount(LocalStorage.Settings()))
        {
            throw new UsageException(
                "A storage account is backed up by Azure itself (docs/records.md); backup is for a data folder. Unset AzureWebJobsStorage.");
        }
        LocalStorage.MustHoldData(data);
        if (to.Exists || File.Exists(to.FullName))
        {
            throw new UsageException($"{to.FullName} is there already; name a folder that is not.");
        }
        // It has its name when it is whole.
        var part = $"{to.FullName}.part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }
        var (files, sha256) = await new BackupWriter(TimeProvider.System).WriteAsync(data.FullName, OtherFiles, part, cancellationToken);
        DurableFiles.FlushAll(part);
        Directory.Move(part, to.FullName);
        DurableFiles.FlushFolder(Path.GetDirectoryName(to.FullName)!);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{to.FullName}: {files} files, tag manifest sha256 {sha256}"));
        return ExitCode.Done;
    }
}
