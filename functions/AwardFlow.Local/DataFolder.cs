using System.Security.Cryptography;

namespace AwardFlow.Local;

/// <summary>The folder in which one running AwardFlow keeps its data. A second one on the same folder is refused.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string Azurite => System.IO.Path.Combine(Path, "azurite");

    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    /// <summary>The key of receipt links, made once: links in the outbox's mails work as long as the folder is kept.</summary>
    public string ReceiptsKey()
    {
        var path = System.IO.Path.Combine(Path, "receipts.key");
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new StreamWriter(path, options);
        file.Write(key);
        return key;
    }

    /// <exception cref="UsageException">Another AwardFlow uses the folder, or it cannot be made.</exception>
    public static DataFolder Open(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            // The system lets go of the lock when the process ends, however it ends.
            var file = new FileStream(System.IO.Path.Combine(folder.FullName, "awardflow.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(folder.FullName, file);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"The folder {folder.FullName} cannot be written to.");
        }
        catch (IOException e)
        {
            throw new UsageException($"The folder {folder.FullName} cannot be used: {e.Message} Is another AwardFlow running on it?");
        }
    }

    public void Dispose() => _lock.Dispose();
}
