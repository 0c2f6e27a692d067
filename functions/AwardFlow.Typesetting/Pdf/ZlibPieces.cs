using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// A stream as the filter FlateDecode reads it (RFC 1950), put together from pieces: what many files have was compressed
/// before and is copied.
/// </summary>
/// <param name="compress">Whether the stream is compressed at all.</param>
internal sealed class ZlibPieces(bool compress)
{
    // Less than this is stored: compressing it costs more than it saves.
    private const int Short = 256;

    // Half the time of the usual level, for a twentieth more bytes.
    private static readonly ZLibCompressionOptions Quick = new() { CompressionLevel = 3 };

    private readonly ArrayBufferWriter<byte> _bytes = Begin(compress);
    private uint _adler = Adler.Empty;

    /// <summary>How much data the stream has before compression, in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether the stream is compressed.</summary>
    public bool IsCompressed => compress;

    /// <summary>Adds a piece that was compressed before.</summary>
    public ZlibPieces Add(SharedPiece piece)
    {
        _bytes.Write(compress ? piece.Deflated : piece.Data);
        _adler = Adler.Join(_adler, piece.Adler, piece.Data.Length);
        Length += piece.Data.Length;
        return this;
    }

    /// <summary>Adds data.</summary>
    public ZlibPieces Add(ReadOnlySpan<byte> data)
    {
        if (!compress)
        {
            _bytes.Write(data);
        }
        else if (data.Length < Short)
        {
            Store(data, isLast: false);
        }
        else
        {
            _bytes.Write(SharedPiece.Deflate(data, Quick));
        }
        _adler = Adler.Join(_adler, Adler.Of(data), data.Length);
        Length += data.Length;
        return this;
    }

    /// <summary>The finished stream. Call once.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        if (compress)
        {
            Store([], isLast: true);
            BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(4), _adler);
            _bytes.Advance(4);
        }
        return _bytes.WrittenSpan;
    }

    // A block that is stored (RFC 1951, 3.2.4). Every piece ends with a whole byte, so its header is one.
    private void Store(ReadOnlySpan<byte> data, bool isLast)
    {
        var header = _bytes.GetSpan(5);
        header[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~data.Length);
        _bytes.Advance(5);
        _bytes.Write(data);
    }

    private static ArrayBufferWriter<byte> Begin(bool compress)
    {
        var bytes = new ArrayBufferWriter<byte>(16 * 1024);
        if (compress)
        {
            bytes.Write((ReadOnlySpan<byte>)[0x78, 0x9C]);
        }
        return bytes;
    }
}
