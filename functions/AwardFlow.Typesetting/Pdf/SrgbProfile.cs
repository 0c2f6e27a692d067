using System.Buffers.Binary;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// An ICC profile of the colour space sRGB (IEC 61966-2-1), laid out after the ICC specification (ICC.1:2004-10, version
/// 4.2): the primaries adapted to D50 and sRGB's own transfer curve. PDF/A asks for one (ISO 19005-2, 6.2.3).
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;

    private static readonly byte[] Profile = Make();

    public static byte[] Deflated { get; } = PdfFile.Deflate(Profile);

    public static int Length => Profile.Length;

    private static byte[] Make()
    {
        // s15Fixed16 numbers: D50, and the columns of the matrix from linear sRGB to XYZ at D50 (Bradford).
        var curve = Parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("chad", Numbers("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var table = HeaderLength + 4 + 12 * tags.Length;
        var profile = new byte[table + tags.DistinctBy(tag => tag.Data).Sum(tag => Padded(tag.Data.Length))];
        var span = profile.AsSpan();
        Header(span);
        BinaryPrimitives.WriteInt32BigEndian(span[HeaderLength..], tags.Length);
        var at = table;
        var placed = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, data) = tags[i];
            if (placed.TryAdd(data, at))
            {
                data.CopyTo(span[at..]);
                at += Padded(data.Length);
            }
            var entry = span[(HeaderLength + 4 + 12 * i)..];
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], placed[data]);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], data.Length);
        }
        return profile;
    }

    private static void Header(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteUInt32BigEndian(profile[8..], 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        BinaryPrimitives.WriteUInt16BigEndian(profile[24..], 2021);
        BinaryPrimitives.WriteUInt16BigEndian(profile[26..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(profile[28..], 1);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Fixed(profile[68..], 0.9642, 1.0, 0.8249);
    }

    private static byte[] Text(string text)
    {
        var data = new byte[28 + 2 * text.Length];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), 2 * text.Length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(28));
        return data;
    }

    // Function type 3: (a x + b) to the power of g from d on, c x below.
    private static byte[] Parametric(params double[] parameters)
    {
        var data = new byte[12 + 4 * parameters.Length];
        Encoding.ASCII.GetBytes("para", data);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(8), 3);
        Fixed(data.AsSpan(12), parameters);
        return data;
    }

    private static byte[] Xyz(double x, double y, double z) => Numbers("XYZ ", x, y, z);

    private static byte[] Numbers(string type, params double[] numbers)
    {
        var data = new byte[8 + 4 * numbers.Length];
        Encoding.ASCII.GetBytes(type, data);
        Fixed(data.AsSpan(8), numbers);
        return data;
    }

    private static void Fixed(Span<byte> target, params double[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(target[(4 * i)..], (int)Math.Round(numbers[i] * 65536));
        }
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
