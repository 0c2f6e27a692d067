using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Api;

/// <summary>A file that the pages are made of, in each coding that browsers take. A coding is made once, when it is first asked for.</summary>
internal sealed class PageFile
{
    private const int MostAtLeisure = 200_000;

    private readonly Lazy<Representation> _brotli;
    private readonly Lazy<Representation> _gzip;
    private readonly Representation _plain;

    public PageFile(string name, byte[] content)
    {
        ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".ttf" => "font/ttf",
            ".txt" => "text/plain; charset=utf-8",
            _ => "text/css; charset=utf-8",
        };
        _plain = new Representation(content, Coding: null);
        // The smallest size of a megabyte takes seconds, and somebody waits for it.
        var level = content.Length > MostAtLeisure ? CompressionLevel.Optimal : CompressionLevel.SmallestSize;
        _brotli = new Lazy<Representation>(() => Compress("br", content, stream => new BrotliStream(stream, level, leaveOpen: true)));
        _gzip = new Lazy<Representation>(() => Compress("gzip", content, stream => new GZipStream(stream, level, leaveOpen: true)));
    }

    public string ContentType { get; }

    /// <summary>The smallest representation that a request takes (RFC 9110, 12.5.3).</summary>
    public Representation For(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Takes(accepted, "br") ? _brotli.Value : Takes(accepted, "gzip") ? _gzip.Value : _plain;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(each => each.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);

    private static Representation Compress(string coding, byte[] content, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(content);
        }
        return new Representation(compressed.ToArray(), coding);
    }

    /// <summary>A file in one coding.</summary>
    /// <param name="Content">What is sent.</param>
    /// <param name="Coding">The content coding; null for none.</param>
    internal sealed record Representation(byte[] Content, string? Coding)
    {
        /// <summary>Names the content. Each coding has its own, since it is another sequence of bytes.</summary>
        public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16))}\"");
    }
}
