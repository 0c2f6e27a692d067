using System.Runtime.InteropServices;
using System.Text;

namespace AwardFlow.Storage;

/// <summary>
/// Files that are on the disk before they have their name, for the owner alone where the system has such rights. A folder's
/// entry is flushed too: without that, a file whose content is safe may have lost its name.
/// </summary>
internal static class DurableFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Writes a new file and flushes it to the disk.</summary>
    public static void Write(string path, Stream content)
    {
        using var file = new FileStream(path, Options(FileMode.CreateNew));
        content.CopyTo(file);
        file.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Writes behind a file's last whole line, making the file if it is not there, and flushes it to the disk. What was cut off behind that line goes.
    /// </summary>
    public static void Append(string path, ReadOnlySpan<byte> lines)
    {
        using var file = new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        file.SetLength(EndOfLines(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(lines);
        file.Flush(flushToDisk: true);
    }

    private static long EndOfLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }
        return 0;
    }

    /// <summary>Writes a file, in place of one that may be there, flushed and for the owner alone: it has its name whole, or is as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unfinished">Where it is before it has its name, on the same disk; what a crash left there is overwritten.</param>
    /// <param name="write">Writes the content.</param>
    public static async Task ReplaceAsync(string path, string unfinished, Func<Stream, Task> write)
    {
        // One that was left there may have been anybody's to read.
        File.Delete(unfinished);
        await using (var file = new FileStream(unfinished, Options(FileMode.CreateNew)))
        {
            await write(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes an empty file, if it is not there.</summary>
    public static void Touch(string path)
    {
        using var file = new FileStream(path, Options(FileMode.OpenOrCreate));
    }

    /// <summary>Makes a folder and those above it, each flushed into the one that it stands in.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }
        var above = Path.GetDirectoryName(path);
        if (above is not null)
        {
            MakeFolder(above);
        }
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
        if (above is not null)
        {
            FlushFolder(above);
        }
    }

    /// <summary>Flushes all that is in a folder and below it, and its name.</summary>
    public static void FlushAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            // Windows flushes what may be written to only.
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            file.Flush(flushToDisk: true);
        }
        foreach (var path in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            FlushFolder(path);
        }
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    /// <summary>Flushes a folder's own entries. Windows has no such call, and writes them with its journal.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var folder = open(Encoding.UTF8.GetBytes(path + '\0'), flags: 0);
        if (folder < 0)
        {
            throw Failure(path);
        }
        try
        {
            // Some file systems (network shares) have nothing to flush in a folder and say EINVAL.
            if (fsync(folder) != 0 && Marshal.GetLastPInvokeError() != 22)
            {
                throw Failure(path);
            }
        }
        finally
        {
            _ = close(folder);
        }
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }
        return options;
    }

    private static IOException Failure(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{Marshal.GetPInvokeErrorMessage(error)}: '{path}'", error);
    }

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int file);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int file);
}
