using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>
/// Reads PNG pictures of every kind (ISO/IEC 15948): greys, colours and palettes of 1 to 16 bits, with or without
/// transparency, interlaced or not, with a colour profile or without. The work is bounded by the pixels that the header
/// names, not by what the data unpack to. (Of the managed libraries, one takes memory by the file's word and overlooks
/// colours that are marked as transparent, the other reads through unchecked pointers.)
/// </summary>
internal sealed class PngReader
{
    private const int MostPixelsASide = 4000;
    private const int Grey = 0;
    private const int Rgb = 2;
    private const int Indexed = 3;
    private const int GreyAlpha = 4;

    // Where each of the seven passes of an interlaced picture begins, and how far its pixels lie apart: across and down.
    private static readonly (int Left, int Top, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] _file;
    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly byte[] _palette = new byte[4 * 256];
    private int _colours;
    private int _depth;
    private int _kind;
    private bool _interlaced;
    private int[]? _transparent;
    private IccProfile? _profile;

    private PngReader(byte[] file) => _file = file;

    /// <summary>The picture's width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>The picture's height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>The pixels from the upper left corner, a byte each of red, green, blue (sRGB) and opacity.</summary>
    public byte[] Pixels { get; private set; } = [];

    private int Samples => _kind switch { Rgb => 3, GreyAlpha => 2, 6 => 4, _ => 1 };

    /// <exception cref="PictureException">The file is no PNG, is broken, or has too many pixels.</exception>
    public static PngReader Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new PictureException(PictureFault.NotPng, "", "The file is not a PNG picture.");
        }
        var reader = new PngReader(file);
        try
        {
            reader.Chunks();
            reader.Unpack();
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
        return reader;
    }

    private void Chunks()
    {
        for (var at = 8; ;)
        {
            if (at + 12 > _file.Length || BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at)) is var length && length > _file.Length - at - 12)
            {
                throw Broken();
            }
            var name = Encoding.ASCII.GetString(_file, at + 4, 4);
            var body = new ArraySegment<byte>(_file, at + 8, (int)length);
            var isWhole = BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at + 8 + (int)length)) == Crc32.HashToUInt32(_file.AsSpan(at + 4, 4 + (int)length));
            at += 12 + (int)length;
            // What only adds to the picture is passed over where it is damaged.
            if (!isWhole && char.IsAsciiLetterUpper(name[0]))
            {
                throw Broken();
            }
            if ((Width == 0) != (name == "IHDR"))
            {
                throw Broken();
            }
            if (name == "IEND")
            {
                return;
            }
            if (isWhole)
            {
                Chunk(name, body);
            }
        }
    }

    private void Chunk(string name, ArraySegment<byte> body)
    {
        switch (name)
        {
            case "IHDR":
                Header(body);
                break;
            case "PLTE":
                Palette(body);
                break;
            case "tRNS":
                Transparency(body);
                break;
            case "iCCP":
                _profile = IccProfile.Of(body);
                break;
            case "IDAT":
                _data.Write(body);
                break;
            default:
                if (char.IsAsciiLetterUpper(name[0]))
                {
                    throw Broken();
                }
                break;
        }
    }

    private void Header(ReadOnlySpan<byte> body)
    {
        if (body.Length != 13)
        {
            throw Broken();
        }
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
        (_depth, _kind, _interlaced) = (body[8], body[9], body[12] == 1);
        var isKnown = (_kind, _depth) is (Grey, 1 or 2 or 4 or 8 or 16) or (Indexed, 1 or 2 or 4 or 8) or (Rgb or GreyAlpha or 6, 8 or 16);
        if (width == 0 || height == 0 || !isKnown || body[10] != 0 || body[11] != 0 || body[12] > 1)
        {
            throw Broken();
        }
        if (width > MostPixelsASide || height > MostPixelsASide)
        {
            throw new PictureException(
                PictureFault.TooManyPixels,
                $"{width} × {height}",
                $"The picture has {width} by {height} pixels; at most {MostPixelsASide} by {MostPixelsASide} are taken.");
        }
        (Width, Height) = ((int)width, (int)height);
    }

    private void Palette(ReadOnlySpan<byte> body)
    {
        if (body.Length % 3 != 0 || body.Length > 3 * 256)
        {
            throw Broken();
        }
        _colours = body.Length / 3;
        for (var i = 0; i < _colours; i++)
        {
            body.Slice(3 * i, 3).CopyTo(_palette.AsSpan(4 * i));
            _palette[4 * i + 3] = byte.MaxValue;
        }
    }

    private void Transparency(ReadOnlySpan<byte> body)
    {
        if (_kind == Indexed)
        {
            for (var i = 0; i < Math.Min(body.Length, _colours); i++)
            {
                _palette[4 * i + 3] = body[i];
            }
        }
        else if (_kind is Grey or Rgb && body.Length == 2 * Samples)
        {
            _transparent = new int[Samples];
            for (var i = 0; i < Samples; i++)
            {
                _transparent[i] = BinaryPrimitives.ReadUInt16BigEndian(body[(2 * i)..]);
            }
        }
    }

    private void Unpack()
    {
        if (_kind == Indexed && _colours == 0)
        {
            throw Broken();
        }
        Pixels = new byte[4 * Width * Height];
        using var data = new ZLibStream(new MemoryStream(_data.WrittenSpan.ToArray()), CompressionMode.Decompress);
        if (!_interlaced)
        {
            Pass(data, 0, 0, 1, 1);
        }
        else
        {
            foreach (var (left, top, across, down) in Passes)
            {
                Pass(data, left, top, across, down);
            }
        }
        // The end of the data is what proves them whole.
        _ = data.ReadByte();
        _profile?.ToSrgb(Pixels);
    }

    private void Pass(ZLibStream data, int left, int top, int across, int down)
    {
        var width = (Width - left + across - 1) / across;
        if (width <= 0)
        {
            return;
        }
        var bits = Samples * _depth;
        var bytesPerPixel = Math.Max(1, bits / 8);
        var row = new byte[1 + (width * bits + 7) / 8];
        var above = new byte[row.Length];
        var samples = new int[4];
        for (var y = top; y < Height; y += down)
        {
            if (data.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
            {
                throw Broken();
            }
            Unfilter(row, above, bytesPerPixel);
            for (var i = 0; i < width; i++)
            {
                Sample(row.AsSpan(1), i, samples);
                Pixel(samples, Pixels.AsSpan(4 * (y * Width + left + i * across), 4));
            }
            (row, above) = (above, row);
        }
    }

    private static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        var filter = row[0];
        for (var i = 1; filter != 0 && i < row.Length; i++)
        {
            int a = i > bytesPerPixel ? row[i - bytesPerPixel] : 0, b = above[i], c = i > bytesPerPixel ? above[i - bytesPerPixel] : 0;
            row[i] += (byte)(filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => Paeth(a, b, c), _ => throw Broken() });
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        var (byA, byB, byC) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - 2 * c));
        return byA <= byB && byA <= byC ? a : byB <= byC ? b : c;
    }

    private void Sample(ReadOnlySpan<byte> row, int pixel, int[] samples)
    {
        for (var i = 0; i < Samples; i++)
        {
            var index = pixel * Samples + i;
            samples[i] = _depth switch
            {
                16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
                8 => row[index],
                _ => (row[index * _depth / 8] >> (8 - _depth - index * _depth % 8)) & ((1 << _depth) - 1),
            };
        }
    }

    private void Pixel(int[] samples, Span<byte> pixel)
    {
        if (_kind == Indexed)
        {
            (samples[0] < _colours ? _palette.AsSpan(4 * samples[0], 4) : throw Broken()).CopyTo(pixel);
            return;
        }
        var isGrey = _kind is Grey or GreyAlpha;
        pixel[0] = Byte(samples[0]);
        pixel[1] = isGrey ? pixel[0] : Byte(samples[1]);
        pixel[2] = isGrey ? pixel[0] : Byte(samples[2]);
        pixel[3] = _kind switch
        {
            GreyAlpha => Byte(samples[1]),
            6 => Byte(samples[3]),
            _ => _transparent is not null && samples.AsSpan(0, Samples).SequenceEqual(_transparent) ? (byte)0 : byte.MaxValue,
        };
    }

    private byte Byte(int sample)
    {
        var largest = (1 << _depth) - 1;
        return (byte)((sample * 255 + largest / 2) / largest);
    }

    private static PictureException Broken(Exception? cause = null) =>
        new(PictureFault.Broken, "", "The PNG picture is broken: its pixels cannot be read.", cause);
}
