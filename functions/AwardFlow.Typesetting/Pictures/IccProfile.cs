using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>
/// The colour profile of a picture, as far as it says what red, green and blue are by a matrix and curves, or what grey
/// is by one (ICC.1:2004-10, 8.3 and 8.4). Colours of other profiles are taken for sRGB.
/// </summary>
internal sealed class IccProfile
{
    // Profiles of this kind have some hundreds of bytes to a few thousand.
    private const int LargestProfile = 256 * 1024;

    private const int Fine = 4095;

    // From the colours of the profile's connection space, XYZ at D50, to linear sRGB (Bradford).
    private static readonly double[] ToLinear =
        [3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.0334540, 0.0719453, -0.2289914, 1.4052427];

    private static readonly byte[] FromLinear = [.. Enumerable.Range(0, Fine + 1).Select(i => Encode(i / (double)Fine))];

    // How many numbers a parametric curve of each type has.
    private static readonly int[] ParametersOfType = [1, 3, 4, 5, 7];

    private readonly double[][] _curves;
    private readonly double[] _matrix;

    private IccProfile(double[][] curves, double[] matrix) => (_curves, _matrix) = (curves, matrix);

    /// <summary>The profile of a PNG's chunk iCCP; null where it is not of this kind, or is sRGB to all eyes.</summary>
    public static IccProfile? Of(ArraySegment<byte> chunk)
    {
        var name = chunk.AsSpan().IndexOf((byte)0);
        if (name < 0 || name + 2 > chunk.Count)
        {
            return null;
        }
        var profile = new byte[LargestProfile];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(chunk.Array!, chunk.Offset + name + 2, chunk.Count - name - 2), CompressionMode.Decompress);
            var length = zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false);
            return Read(profile.AsSpan(0, length)) is { } read && !read.IsSrgb() ? read : null;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Turns colours into sRGB: four bytes a pixel, of which the last is left alone.</summary>
    public void ToSrgb(Span<byte> pixels)
    {
        for (var i = 0; i + 3 < pixels.Length; i += 4)
        {
            var (r, g, b) = (_curves[0][pixels[i]], _curves[1][pixels[i + 1]], _curves[2][pixels[i + 2]]);
            for (var j = 0; j < 3; j++)
            {
                var linear = _matrix[3 * j] * r + _matrix[3 * j + 1] * g + _matrix[3 * j + 2] * b;
                pixels[i + j] = FromLinear[(int)(Math.Clamp(linear, 0, 1) * Fine + 0.5)];
            }
        }
    }

    private bool IsSrgb()
    {
        const int Step = 51;
        Span<byte> pixel = stackalloc byte[4];
        for (var i = 0; i < 6 * 6 * 6; i++)
        {
            var (r, g, b) = (Step * (i % 6), Step * (i / 6 % 6), Step * (i / 36));
            (pixel[0], pixel[1], pixel[2]) = ((byte)r, (byte)g, (byte)b);
            ToSrgb(pixel);
            if (Math.Abs(pixel[0] - r) > 2 || Math.Abs(pixel[1] - g) > 2 || Math.Abs(pixel[2] - b) > 2)
            {
                return false;
            }
        }
        return true;
    }

    private static IccProfile? Read(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < 132 || !profile[36..].StartsWith("acsp"u8))
        {
            return null;
        }
        if (profile[16..].StartsWith("GRAY"u8))
        {
            return Curve(Tag(profile, "kTRC")) is { } grey ? new IccProfile([grey, grey, grey], [1, 0, 0, 0, 1, 0, 0, 0, 1]) : null;
        }
        double[]?[] curves = [Curve(Tag(profile, "rTRC")), Curve(Tag(profile, "gTRC")), Curve(Tag(profile, "bTRC"))];
        double[]?[] columns = [Xyz(Tag(profile, "rXYZ")), Xyz(Tag(profile, "gXYZ")), Xyz(Tag(profile, "bXYZ"))];
        if (curves.Contains(null) || columns.Contains(null))
        {
            return null;
        }
        var matrix = new double[9];
        for (var i = 0; i < 9; i++)
        {
            var column = columns[i % 3]!;
            matrix[i] = ToLinear[i / 3 * 3] * column[0] + ToLinear[i / 3 * 3 + 1] * column[1] + ToLinear[i / 3 * 3 + 2] * column[2];
        }
        return new IccProfile([curves[0]!, curves[1]!, curves[2]!], matrix);
    }

    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> profile, string name)
    {
        var count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[128..]), 100);
        for (var i = 0; i < count; i++)
        {
            var entry = profile.Slice(132 + 12 * i, 12);
            if (Encoding.ASCII.GetString(entry[..4]) == name)
            {
                return profile.Slice((int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            }
        }
        return [];
    }

    private static double[]? Xyz(ReadOnlySpan<byte> tag) => tag.Length < 20 ? null : [Fixed(tag[8..]), Fixed(tag[12..]), Fixed(tag[16..])];

    // What the 256 values of a byte are as light.
    private static double[]? Curve(ReadOnlySpan<byte> tag)
    {
        if (tag.Length >= 12 && tag.StartsWith("curv"u8))
        {
            return Table(tag[12..], (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(tag[8..]), int.MaxValue));
        }
        if (tag.Length < 12 || !tag.StartsWith("para"u8))
        {
            return null;
        }
        var type = BinaryPrimitives.ReadUInt16BigEndian(tag[8..]);
        if (type > 4)
        {
            return null;
        }
        var p = new double[7];
        for (var i = 0; i < ParametersOfType[type]; i++)
        {
            p[i] = Fixed(tag[(12 + 4 * i)..]);
        }
        var (g, a, b, c, d, e, f) = (p[0], type == 0 ? 1 : p[1], p[2], p[3], p[4], p[5], p[6]);
        return Values(x => type switch
        {
            0 => Math.Pow(x, g),
            1 => x >= -b / a ? Math.Pow(a * x + b, g) : 0,
            2 => x >= -b / a ? Math.Pow(a * x + b, g) + c : c,
            3 => x >= d ? Math.Pow(a * x + b, g) : c * x,
            _ => x >= d ? Math.Pow(a * x + b, g) + e : c * x + f,
        });
    }

    private static double[] Table(ReadOnlySpan<byte> entries, int count)
    {
        if (count <= 1)
        {
            var gamma = count == 0 ? 1 : BinaryPrimitives.ReadUInt16BigEndian(entries) / 256.0;
            return Values(x => Math.Pow(x, gamma));
        }
        var values = new double[count <= entries.Length / 2 ? 256 : throw new InvalidDataException("A curve of the profile is cut off.")];
        for (var i = 0; i < values.Length; i++)
        {
            var place = i / 255.0 * (count - 1);
            var below = Math.Min((int)place, count - 2);
            var (low, high) = (BinaryPrimitives.ReadUInt16BigEndian(entries[(2 * below)..]), BinaryPrimitives.ReadUInt16BigEndian(entries[(2 * below + 2)..]));
            values[i] = (low + (high - low) * (place - below)) / ushort.MaxValue;
        }
        return values;
    }

    private static double[] Values(Func<double, double> curve) =>
        [.. Enumerable.Range(0, 256).Select(i => curve(i / 255.0)).Select(value => double.IsFinite(value) ? value : 0)];

    private static double Fixed(ReadOnlySpan<byte> number) => BinaryPrimitives.ReadInt32BigEndian(number) / 65536.0;

    private static byte Encode(double linear) =>
        (byte)Math.Round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055));
}
