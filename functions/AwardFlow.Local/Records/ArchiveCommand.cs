using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records.Archive;
using AwardFlow.Trail;

namespace AwardFlow.Local.Records;

/// <summary>The command <c>archive</c>: all of a cycle as one zip, also while a server runs.</summary>
internal static class ArchiveCommand
{
    /// <summary>The command's words.</summary>
    /// <param name="data">The option that names the data folder.</param>
    /// <param name="guard">Runs a command and says its exit code.</param>
    public static Command Create(Option<DirectoryInfo> data, Func<Func<Task<int>>, Task<int>> guard)
    {
        var cycle = new Argument<string>("CYCLE") { Description = "The cycle's id" };
        var file = new Option<FileInfo?>("--out") { Description = "The zip that is written (default: CYCLE-archive.zip)", HelpName = "FILE" };
        var command = new Command("archive", "Write all of a cycle as one zip (BagIt, RFC 8493), which 'verify' proves and 'restore' brings back")
        {
            cycle, file, data,
        };
        command.SetAction((arguments, cancellationToken) => guard(() => RunAsync(
            arguments.GetRequiredValue(cycle), arguments.GetValue(file), arguments.GetRequiredValue(data), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string cycle, FileInfo? file, DirectoryInfo data, CancellationToken cancellationToken)
    {
        if (!CycleId.TryParse(cycle, out var id))
        {
            throw new UsageException($"'{cycle}' is no cycle's id.");
        }
        var path = (file ?? new FileInfo(ArchiveWriter.FileName(id))).FullName;
        if (File.Exists(path))
        {
            throw new UsageException($"{path} is there already; name another file with --out.");
        }
        var settings = LocalStorage.Settings();
        using var source = SourceStorage.Open(settings, data);
        string manifest;
        try
        {
            using var snapshot = await CycleSnapshot.TakeAsync(source.Storage, id, cancellationToken);
            manifest = await WriteAsync(new ArchiveWriter(MailSettings.Read(settings), TimeProvider.System), snapshot, path, cancellationToken);
            // A data folder may be a running server's, and is only read: whoever can read it has all of it anyway.
            if (LocalStorage.IsAccount(settings))
            {
                await new ArchiveTrail(source.Storage, TimeProvider.System).TakenAsync(id, manifest, Actor.Local);
            }
        }
        catch (CycleNotFoundException)
        {
            throw new UsageException($"There is no cycle '{cycle}'.");
        }
        catch (CycleConflictException e)
        {
            await Console.Error.WriteLineAsync(e.Text.English);
            return ExitCode.Failed;
        }
        await using var written = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken));
        await Console.Out.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{path}: {written.Length} bytes, sha256 {sha256}, tag manifest sha256 {manifest}"));
        return ExitCode.Done;
    }

    // It has its name when it is whole.
    private static async Task<string> WriteAsync(ArchiveWriter archives, CycleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var part = $"{path}.part";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.None,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            string sha256;
            await using (var zip = new FileStream(part, options))
            {
                sha256 = await archives.WriteAsync(snapshot, zip, cancellationToken);
                zip.Flush(flushToDisk: true);
            }
            File.Move(part, path);
            return sha256;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
