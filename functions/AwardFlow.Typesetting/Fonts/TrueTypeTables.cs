using System.Buffers.Binary;
using System.Text;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// The tables of a TrueType font that a PDF needs, read as the OpenType specification 1.9 lays them out
/// (https://learn.microsoft.com/typography/opentype/spec/).
/// </summary>
internal sealed class TrueTypeTables
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);
    private readonly int[] _glyphOffsets;
    private readonly int _longMetrics;

    /// <exception cref="InvalidDataException">The file is not a TrueType font with outlines.</exception>
    public TrueTypeTables(byte[] file)
    {
        _file = file;
        var count = UInt16(file, 4);
        for (var i = 0; i < count; i++)
        {
            var record = file.AsSpan(12 + 16 * i, 16);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            _tables[Encoding.ASCII.GetString(record[..4])] = offset..(offset + length);
        }
        var head = Table("head");
        UnitsPerEm = UInt16(head, 18);
        BoundingBox = new GlyphBox(Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42));
        var hhea = Table("hhea");
        Ascent = Int16(hhea, 4);
        Descent = Int16(hhea, 6);
        _longMetrics = UInt16(hhea, 34);
        CapHeight = Int16(Table("OS/2"), 88);
        GlyphCount = UInt16(Table("maxp"), 4);
        var loca = Table("loca");
        var isLong = Int16(head, 50) != 0;
        _glyphOffsets = new int[GlyphCount + 1];
        for (var i = 0; i <= GlyphCount; i++)
        {
            _glyphOffsets[i] = isLong ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * i)..]) : 2 * UInt16(loca, 2 * i);
        }
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public GlyphBox BoundingBox { get; }

    /// <summary>Height above the baseline, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, in font units: negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>A whole table.</summary>
    /// <exception cref="InvalidDataException">The font has no such table.</exception>
    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var range) ? _file.AsSpan(range) : throw new InvalidDataException($"The font has no table '{tag}'.");

    /// <summary>A glyph's outline as it stands in the table <c>glyf</c>; empty for a blank glyph.</summary>
    public ReadOnlySpan<byte> Outline(int glyph) => Table("glyf")[_glyphOffsets[glyph].._glyphOffsets[glyph + 1]];

    /// <summary>How far a glyph moves the pen, in font units.</summary>
    public int AdvanceWidth(int glyph) => UInt16(Table("hmtx"), 4 * Math.Min(glyph, _longMetrics - 1));

    /// <summary>The extent of a glyph's ink; all zero for a blank glyph.</summary>
    public GlyphBox Box(int glyph)
    {
        var outline = Outline(glyph);
        return outline.IsEmpty ? default : new GlyphBox(Int16(outline, 2), Int16(outline, 4), Int16(outline, 6), Int16(outline, 8));
    }

    private static short Int16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    private static ushort UInt16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
}
