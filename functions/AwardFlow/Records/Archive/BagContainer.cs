using AwardFlow.Cycles;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>The blobs of one container in an archive, to be read.</summary>
internal sealed class BagContainer : IBlobContainer
{
    private readonly IBagFiles _bag;
    private readonly SortedDictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>The blobs of a container.</summary>
    /// <param name="bag">The archive.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="cycle">The archive's cycle.</param>
    /// <exception cref="RecordsException">A file there cannot be a blob.</exception>
    public BagContainer(IBagFiles bag, string container, CycleId cycle)
    {
        _bag = bag;
        foreach (var path in bag.Lengths.Keys.Where(path => path.StartsWith($"{BagTag.Payload}{container}/", StringComparison.Ordinal)))
        {
            _paths.Add(
                ArchivedBlobs.NameOf(container, cycle, path[BagTag.Payload.Length..]) ?? throw new RecordsException($"{path}: cannot be a file of a cycle."),
                path);
        }
    }

    public async Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(name, cancellationToken);
        return content is null ? null : await BinaryData.FromStreamAsync(content, cancellationToken);
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        _paths.TryGetValue(name, out var path) ? await _bag.OpenAsync(path, cancellationToken) : null;

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_paths.ContainsKey(name));

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellationToken) =>
        _paths.Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(each => new BlobEntry(each.Key, _bag.Lengths[each.Value])).ToAsyncEnumerable();

    public Task WriteAsync(NewBlob blob, CancellationToken cancellationToken) => throw ReadOnly();

    public Task WriteAsync(IReadOnlyList<NewBlob> blobs, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<bool> TryAddAsync(NewBlob blob, CancellationToken cancellationToken) => throw ReadOnly();

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("An archive is only read.");
}
