using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>The map from a font's glyphs to the text that they stand for (ISO 32000-1, 9.10.3).</summary>
internal static class ToUnicode
{
    private const int LargestBlock = 100;

    private const string Head =
        """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """;

    private const string End = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

    /// <summary>Writes the map of a subset.</summary>
    public static void Write(FontSubset subset, ZlibPieces map)
    {
        if (subset.Shared is { } shared)
        {
            map.Add(shared.TextMap).Add(Encoding.ASCII.GetBytes(Glyphs(subset.Encoded) + End));
        }
        else
        {
            map.Add(Encoding.ASCII.GetBytes(Head.ReplaceLineEndings("\n") + Glyphs(subset.Encoded) + End));
        }
    }

    /// <summary>A map as far as some glyphs, to go on with others.</summary>
    public static byte[] Beginning(IReadOnlyList<EncodedGlyph> glyphs) => Encoding.ASCII.GetBytes(Head.ReplaceLineEndings("\n") + Glyphs(glyphs));

    private static string Glyphs(IReadOnlyList<EncodedGlyph> glyphs)
    {
        var map = new StringBuilder();
        for (var from = 0; from < glyphs.Count; from += LargestBlock)
        {
            var to = Math.Min(from + LargestBlock, glyphs.Count);
            map.Append(CultureInfo.InvariantCulture, $"{to - from} beginbfchar\n");
            for (var i = from; i < to; i++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyphs[i].Id:X4}> <");
                foreach (var unit in glyphs[i].Text)
                {
                    map.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
                }
                map.Append(">\n");
            }
            map.Append("endbfchar\n");
        }
        return map.ToString();
    }
}
