namespace AwardFlow.Storage;

/// <summary>Files on the machine's own disk for what is too large to hold in memory while it is worked on.</summary>
public static class SpoolFile
{
    /// <summary>Makes a file for reading and writing that is gone when it is closed.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            // The folder of temporary files is everybody's; scores and addresses are not.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(Path.Combine(Path.GetTempPath(), $"awardflow-{Guid.NewGuid():N}.spool"), options);
    }
}
