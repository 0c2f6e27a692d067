namespace AwardFlow.Local.Demo;

/// <summary>The folder that the demo writes to. What an earlier demo left is replaced; a folder with anything else in it is refused.</summary>
internal sealed class DemoOutput
{
    private const string Mark = ".awardflow-demo";

    private static readonly string[] Folders = ["letters", "outbox", "data"];

    private readonly DirectoryInfo _folder;

    private DemoOutput(DirectoryInfo folder) => _folder = folder;

    public string Outbox => PathOf("outbox");

    public DirectoryInfo Data => new(PathOf("data"));

    /// <exception cref="UsageException">The folder holds things that no demo made, or cannot be written to.</exception>
    public static DemoOutput Prepare(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            if (folder.EnumerateFileSystemInfos().Any() && !File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                throw new UsageException($"The folder {folder.FullName} is not empty and was not made by a demo. Name another with --out.");
            }
            var output = new DemoOutput(folder);
            File.WriteAllText(output.PathOf(Mark), "The next demo replaces what is here.\n");
            foreach (var name in Folders.Where(name => Directory.Exists(output.PathOf(name))))
            {
                Directory.Delete(output.PathOf(name), recursive: true);
            }
            return output;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new UsageException($"The folder {folder.FullName} cannot be written to: {e.Message}");
        }
    }

    public string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>Writes a file, making its folder.</summary>
    public async Task WriteAsync(byte[] content, CancellationToken cancellationToken, params string[] parts)
    {
        var path = PathOf(parts);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellationToken);
    }
}
