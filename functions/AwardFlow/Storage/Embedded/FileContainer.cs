using System.Runtime.CompilerServices;

namespace AwardFlow.Storage;

/// <summary>Blobs as files in a folder, so that a person can look: written beside it, flushed, then named.</summary>
/// <param name="folder">The folder.</param>
/// <param name="unfinished">Where files are before they have their name; on the same disk.</param>
internal sealed class FileContainer(string folder, string unfinished) : IBlobContainer
{
    private const int AtOnce = 8;

    private readonly Lock _naming = new();

    public Task WriteAsync(NewBlob blob, CancellationToken cancellationToken) => WriteAsync([blob], cancellationToken);

    public Task WriteAsync(IReadOnlyList<NewBlob> blobs, CancellationToken cancellationToken)
    {
        var targets = blobs.Select(blob => PathOf(BlobName.Checked(blob.Name))).ToList();
        return DiskFaults.RunAsync(() =>
        {
            var sources = new string[targets.Count];
            try
            {
                // Side by side: the disk then flushes several with one turn of its journal.
                Parallel.For(0, targets.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, index =>
                {
                    sources[index] = NewFile();
                    DurableFiles.Write(sources[index], blobs[index].Content);
                });
                foreach (var (index, target) in targets.Index())
                {
                    DurableFiles.MakeFolder(Path.GetDirectoryName(target)!);
                    File.Move(sources[index], target, overwrite: true);
                }
                Parallel.ForEach(
                    targets.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                    path => DurableFiles.FlushFolder(path!));
            }
            catch (Exception)
            {
                Discard(sources);
                throw;
            }
            return true;
        });
    }

    public Task<bool> TryAddAsync(NewBlob blob, CancellationToken cancellationToken)
    {
        var target = PathOf(BlobName.Checked(blob.Name));
        return DiskFaults.RunAsync(() =>
        {
            if (File.Exists(target))
            {
                return IsThere(target);
            }
            var source = NewFile();
            try
            {
                DurableFiles.Write(source, blob.Content);
                DurableFiles.MakeFolder(Path.GetDirectoryName(target)!);
                // Moving looks whether the name is free and then renames; only this process uses the folder.
                lock (_naming)
                {
                    if (File.Exists(target))
                    {
                        Discard(source);
                        return IsThere(target);
                    }
                    File.Move(source, target, overwrite: false);
                }
                DurableFiles.FlushFolder(Path.GetDirectoryName(target)!);
                return true;
            }
            catch (IOException) when (File.Exists(source) && File.Exists(target))
            {
                Discard(source);
                return IsThere(target);
            }
            catch (Exception)
            {
                Discard(source);
                throw;
            }
        });
    }

    // Whoever named it may not have flushed its name yet; what is answered is on the disk.
    private static bool IsThere(string target)
    {
        DurableFiles.FlushFolder(Path.GetDirectoryName(target)!);
        return false;
    }

    public Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken) => DiskFaults.RunAsync(() =>
    {
        using var file = Open(name);
        if (file is null)
        {
            return null;
        }
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return BinaryData.FromBytes(content);
    });

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => DiskFaults.RunAsync<Stream?>(() => Open(name));

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => Task.FromResult(BlobName.IsValid(name) && File.Exists(PathOf(name)));

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var above = prefix[..(prefix.LastIndexOf('/') + 1)];
        if (above.Length > 0 && !BlobName.IsValid(above[..^1]))
        {
            yield break;
        }
        foreach (var entry in await DiskFaults.RunAsync(() => Entries(above, prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => DiskFaults.RunAsync(() =>
    {
        var path = BlobName.IsValid(name) ? PathOf(name) : null;
        if (path is not null && File.Exists(path))
        {
            File.Delete(path);
            DurableFiles.FlushFolder(Path.GetDirectoryName(path)!);
        }
        return true;
    });

    private FileStream? Open(string name)
    {
        try
        {
            return BlobName.IsValid(name)
                ? new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16)
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException
            || (e is UnauthorizedAccessException && Directory.Exists(PathOf(name))))
        {
            return null;
        }
    }

    // A folder's own name sorts as the names in it do: with the '/' that follows it there.
    private IEnumerable<BlobEntry> Entries(string above, string prefix)
    {
        var directory = new DirectoryInfo(above.Length == 0 ? folder : PathOf(above[..^1]));
        if (!directory.Exists)
        {
            yield break;
        }
        var inside = from info in directory.EnumerateFileSystemInfos()
                     let part = FileNames.Decode(info.Name)
                     where part is not null
                     select (Info: info, Name: above + part + (info is DirectoryInfo ? "/" : ""));
        foreach (var (info, name) in inside.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList())
        {
            if (info is FileInfo file && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return new BlobEntry(name, file.Length);
            }
            else if (info is DirectoryInfo && (name.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(name, StringComparison.Ordinal)))
            {
                foreach (var entry in Entries(name, prefix))
                {
                    yield return entry;
                }
            }
        }
    }

    private string NewFile() => Path.Combine(unfinished, Guid.NewGuid().ToString("N"));

    private string PathOf(string name) => Path.Combine([folder, .. name.Split('/').Select(FileNames.Encode)]);

    private static void Discard(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
    }
}
