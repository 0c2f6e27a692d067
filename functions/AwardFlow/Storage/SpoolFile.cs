namespace AwardFlow.Storage;

/// <summary>Files on the machine's own disk for what is too large to hold in memory while it is worked on.</summary>
public static class SpoolFile
{
    /// <summary>Makes a file for reading and writing that is gone when it is closed.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"awardflow-{Guid.NewGuid():N}.spool"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
}
