using System.IO.Compression;
using System.IO.Hashing;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>Data that many files have, compressed once. It is part of a stream: see <see cref="ZlibPieces"/>.</summary>
internal sealed class SharedPiece
{
    private static readonly ZLibCompressionOptions Thorough = new() { CompressionLevel = 9 };
    private static readonly BoundedCache<UInt128, SharedPiece> Known = new(200);

    private SharedPiece(byte[] data)
    {
        Data = data;
        Deflated = Deflate(data, Thorough);
        Adler = Pdf.Adler.Of(data);
    }

    /// <summary>The data as it is.</summary>
    public byte[] Data { get; }

    /// <summary>The data in blocks of RFC 1951, of which none is the last, up to a whole byte.</summary>
    public byte[] Deflated { get; }

    /// <summary>The data's checksum.</summary>
    public uint Adler { get; }

    /// <summary>The piece of some data; the same data is compressed once.</summary>
    public static SharedPiece Of(byte[] data)
    {
        var piece = Known.Get(XxHash128.HashToUInt128(data), _ => new SharedPiece(data));
        return piece.Data.AsSpan().SequenceEqual(data) ? piece : new SharedPiece(data);
    }

    /// <summary>Compresses data to blocks of RFC 1951, of which none is the last, up to a whole byte.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data, ZLibCompressionOptions options)
    {
        using var blocks = new MemoryStream();
        using var deflate = new DeflateStream(blocks, options, leaveOpen: true);
        deflate.Write(data);
        // Ends the block with an empty one that is stored; what closing adds is not wanted.
        deflate.Flush();
        return blocks.ToArray();
    }
}
