using System.Text;
using AwardFlow.Storage;

namespace AwardFlow.Records.Bags;

/// <summary>Writes a bag (BagIt, RFC 8493): a payload of files, and manifests with the SHA-256 of each. Of a file that was written nothing is held.</summary>
/// <param name="sink">Where its files go.</param>
internal sealed class BagWriter(IBagSink sink) : IAsyncDisposable
{
    private readonly FileStream _manifest = SpoolFile.Create();
    private long _bytes;
    private long _files;

    /// <summary>Adds a file to the payload.</summary>
    /// <param name="name">Its path in the payload.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its SHA-256 in lower-case hex.</returns>
    public async Task<string> AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var path = BagTag.Payload + name;
        var (sha256, length) = await PutAsync(path, write, cancellationToken);
        await _manifest.WriteAsync(BagTag.Bytes(BagTag.ManifestLine(sha256, path)), cancellationToken);
        _bytes += length;
        _files++;
        return sha256;
    }

    /// <summary>Adds a file to the payload.</summary>
    /// <inheritdoc cref="AddAsync(string, Func{Stream, Task}, CancellationToken)"/>
    public Task<string> AddAsync(string name, Stream content, CancellationToken cancellationToken) =>
        AddAsync(name, to => content.CopyToAsync(to, cancellationToken), cancellationToken);

    /// <summary>Adds a text to the payload.</summary>
    /// <inheritdoc cref="AddAsync(string, Func{Stream, Task}, CancellationToken)"/>
    public Task<string> AddAsync(string name, string text, CancellationToken cancellationToken) =>
        AddAsync(name, async to => await to.WriteAsync(BagTag.Bytes(text), cancellationToken), cancellationToken);

    /// <summary>Adds lines of text to the payload, one at a time.</summary>
    /// <inheritdoc cref="AddAsync(string, Func{Stream, Task}, CancellationToken)"/>
    public Task<string> AddAsync(string name, IAsyncEnumerable<string> lines, CancellationToken cancellationToken) => AddAsync(
        name,
        async to =>
        {
            await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 15, leaveOpen: true)
            {
                NewLine = "\n",
            };
            await foreach (var line in lines.WithCancellation(cancellationToken))
            {
                await text.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Writes the bag's own files; nothing is added afterwards.</summary>
    /// <param name="info">What the bag says of itself.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The SHA-256 of the manifest of the bag's own files, which stands for all of it.</returns>
    public async Task<string> FinishAsync(IEnumerable<(string Label, string Value)> info, CancellationToken cancellationToken)
    {
        var tags = new StringBuilder();
        async Task TagAsync(string name, Func<Stream, Task> write) =>
            tags.Append(BagTag.ManifestLine((await PutAsync(name, write, cancellationToken)).Sha256, name));

        await TagAsync(BagTag.Declaration, async to => await to.WriteAsync(BagTag.Bytes(BagTag.DeclarationText), cancellationToken));
        await TagAsync(
            BagTag.Info,
            async to => await to.WriteAsync(BagTag.Bytes(BagTag.InfoText([.. info, (BagTag.Oxum, BagTag.OxumText(_bytes, _files))])), cancellationToken));
        _manifest.Position = 0;
        await TagAsync(BagTag.Manifest, to => _manifest.CopyToAsync(to, cancellationToken));
        return (await PutAsync(
            BagTag.TagManifest, async to => await to.WriteAsync(BagTag.Bytes(tags.ToString()), cancellationToken), cancellationToken)).Sha256;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _manifest.DisposeAsync();

    private async Task<(string Sha256, long Length)> PutAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var to = new HashedWriting(await sink.CreateAsync(path, cancellationToken));
        await write(to);
        return (to.Sha256(), to.Written);
    }
}
