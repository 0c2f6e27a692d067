using AwardFlow.Storage;

namespace AwardFlow.Records.Bags;

/// <summary>A bag as a folder, for its owner alone.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderSink(string folder) : IBagSink
{
    public Task<Stream> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine([folder, .. name.Split('/')]);
        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return Task.FromResult<Stream>(new FileStream(path, options));
    }
}
