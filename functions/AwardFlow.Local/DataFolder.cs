using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Storage;
using AwardFlow.Web.Access;

namespace AwardFlow.Local;

/// <summary>The folder in which one running AwardFlow keeps its data. A second one on the same folder is refused.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>The name of the folder of mails that stay on the machine.</summary>
    public const string OutboxName = "outbox";

    /// <summary>The name of the file with the key of receipt links.</summary>
    public const string ReceiptsKeyName = "receipts.key";

    private const string MachineIdPath = "/etc/machine-id";

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A lock that another process has: EAGAIN on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string People => System.IO.Path.Combine(Path, PeopleFile.Name);

    public string Outbox => System.IO.Path.Combine(Path, OutboxName);

    /// <summary>Whether the key of receipt links was made.</summary>
    public bool HasReceiptsKey => FindReceiptsKey() is not null;

    private string ReceiptsKeyPath => System.IO.Path.Combine(Path, ReceiptsKeyName);

    /// <summary>
    /// What tells this machine from others; empty in a container, which is another one after each update, and where only a name does that
    /// networks change.
    /// </summary>
    public static string Machine() => Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1" ? ""
        : File.Exists(MachineIdPath) ? File.ReadAllText(MachineIdPath).Trim() : OperatingSystem.IsWindows() ? Environment.MachineName : "";

    /// <summary>The key of receipt links, made once: links in the outbox's mails work as long as the folder is kept.</summary>
    public async Task<string> ReceiptsKeyAsync()
    {
        if (FindReceiptsKey() is { } kept)
        {
            return kept;
        }
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await DurableFiles.ReplaceAsync(ReceiptsKeyPath, $"{ReceiptsKeyPath}.unfinished", file => file.WriteAsync(Encoding.ASCII.GetBytes(key)).AsTask());
        return key;
    }

    /// <exception cref="UsageException">Another AwardFlow uses the folder, or it cannot be made or written to.</exception>
    public static DataFolder Open(DirectoryInfo folder)
    {
        try
        {
            Make(folder);
            // One folder, whether it was named with a separator behind it or not.
            return new DataFolder(System.IO.Path.TrimEndingDirectorySeparator(folder.FullName), Lock(System.IO.Path.Combine(folder.FullName, "awardflow.lock")));
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"The folder {folder.FullName} cannot be written to by this user.");
        }
        catch (IOException e) when (IsInUse(e))
        {
            throw new UsageException(
                $"Another AwardFlow is running on the folder {folder.FullName}. One process uses a folder: stop that one, or name another folder with --data. Two servers need a storage account (AzureWebJobsStorage).");
        }
        catch (IOException e)
        {
            throw new UsageException($"The folder {folder.FullName} cannot be used: {e.Message}");
        }
    }

    /// <summary>Makes a folder for its owner alone, if it is not there. One that somebody made beforehand and left empty is made the owner's alone.</summary>
    internal static void Make(DirectoryInfo folder)
    {
        DurableFiles.MakeFolder(folder.FullName);
        if (!OperatingSystem.IsWindows() && !folder.EnumerateFileSystemInfos().Any())
        {
            Narrow(folder.FullName);
        }
    }

    /// <summary>Whether a lock is another process's.</summary>
    internal static bool IsInUse(IOException fault) => InUse.Contains(fault.HResult);

    [UnsupportedOSPlatform("windows")]
    private static void Narrow(string folder)
    {
        try
        {
            File.SetUnixFileMode(folder, OwnersFolder);
        }
        catch (UnauthorizedAccessException)
        {
            // It is another user's, as of a volume that was mounted; all that is made in it is this one's alone.
        }
    }

    private string? FindReceiptsKey() => File.Exists(ReceiptsKeyPath) && File.ReadAllText(ReceiptsKeyPath).Trim() is { Length: > 0 } kept ? kept : null;

    // The system lets go of the lock when the process ends, however it ends.
    internal static FileStream Lock(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            if (File.Exists(path))
            {
                // The folder is AwardFlow's own; an earlier version left it open to others.
                Narrow(System.IO.Path.GetDirectoryName(path)!);
            }
        }
        return new FileStream(path, options);
    }

    public void Dispose() => _lock.Dispose();
}
