using System.Buffers.Binary;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>The tables of a TrueType file that have an entry a glyph, for glyphs that stand one after another.</summary>
/// <param name="Outlines">Table <c>glyf</c>; every entry is filled up to four bytes.</param>
/// <param name="Offsets">Table <c>loca</c> in its long form: where each glyph's outline ends.</param>
/// <param name="Metrics">Table <c>hmtx</c>.</param>
internal sealed record GlyphTables(byte[] Outlines, byte[] Offsets, byte[] Metrics)
{
    /// <summary>The tables of some glyphs.</summary>
    /// <param name="glyphs">The glyphs.</param>
    /// <param name="before">How many bytes the outlines before theirs have.</param>
    public static GlyphTables Of(IReadOnlyList<SubsetGlyph> glyphs, int before)
    {
        var length = 0;
        var offsets = new byte[4 * glyphs.Count];
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            length += (glyphs[i].Outline.Length + 3) & ~3;
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * i), before + length);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)glyphs[i].Advance);
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * i + 2), glyphs[i].LeftBearing);
        }
        var outlines = new byte[length];
        var at = 0;
        foreach (var glyph in glyphs)
        {
            glyph.Outline.CopyTo(outlines, at);
            at += (glyph.Outline.Length + 3) & ~3;
        }
        return new GlyphTables(outlines, offsets, metrics);
    }
}
