namespace AwardFlow.Records.Bags;

/// <summary>A bag in a folder.</summary>
internal sealed class FolderBag : IBagFiles
{
    private readonly string _folder;

    private FolderBag(string folder, Dictionary<string, long> lengths) => (_folder, Lengths) = (folder, lengths);

    public IReadOnlyDictionary<string, long> Lengths { get; }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="RecordsException">It has a link in it.</exception>
    public static FolderBag Read(string folder)
    {
        var root = Path.GetFullPath(folder);
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        // A folder is seen before what is in it, so a link to one is not followed.
        foreach (var each in new DirectoryInfo(root).EnumerateFileSystemInfos(
            "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
        {
            var path = Path.GetRelativePath(root, each.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (each.LinkTarget is not null || each.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                throw new RecordsException($"{path}: is a link.");
            }
            if (each is FileInfo file)
            {
                lengths.Add(path, file.Length);
            }
        }
        return new FolderBag(root, lengths);
    }

    /// <summary>Where a file is.</summary>
    public string PathOf(string path) => Path.Combine([_folder, .. path.Split('/')]);

    public Task<Stream> OpenAsync(string path, CancellationToken cancellationToken) => Task.FromResult<Stream>(
        new BoundedReading(
            new FileStream(PathOf(path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.Asynchronous), Lengths[path], path));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
