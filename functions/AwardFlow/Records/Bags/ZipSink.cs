using System.IO.Compression;

namespace AwardFlow.Records.Bags;

/// <summary>A bag as a zip: what is written is passed on at once, so it may be of any size. The zip is whole when this is closed.</summary>
internal sealed class ZipSink : IBagSink, IAsyncDisposable
{
    private readonly ForwardWriting _to;
    private readonly ZipArchive _zip;
    private readonly string _bag;
    private readonly DateTimeOffset _at;

    private ZipSink(ForwardWriting to, ZipArchive zip, string bag, DateTimeOffset at) => (_to, _zip, _bag, _at) = (to, zip, bag, at);

    /// <summary>Begins a zip.</summary>
    /// <param name="to">Where it goes, forwards only; it stays open.</param>
    /// <param name="bag">The folder that the zip unpacks to.</param>
    /// <param name="at">The time that its files bear.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<ZipSink> CreateAsync(Stream to, string bag, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var forward = new ForwardWriting(to);
        return new ZipSink(
            forward, await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken), bag, at);
    }

    public Task<Stream> CreateAsync(string name, CancellationToken cancellationToken)
    {
        // Documents hardly shrink, but a stored file has no length in front when it is streamed, and some programs then cannot read it.
        var entry = _zip.CreateEntry($"{_bag}/{name}", CompressionLevel.Fastest);
        entry.LastWriteTime = _at;
        return entry.OpenAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _to.FlushAsync(CancellationToken.None);
        await _to.DisposeAsync();
    }
}
