using System.Globalization;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>The map from a font's glyphs to the text that they stand for (ISO 32000-1, 9.10.3).</summary>
internal static class ToUnicode
{
    private const int LargestBlock = 100;

    public static string Map(IEnumerable<(ushort Id, string Text, int Advance)> glyphs)
    {
        var map = new StringBuilder(
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

            """.ReplaceLineEndings("\n"));
        foreach (var block in glyphs.Chunk(LargestBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (id, text, _) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{id:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            }
            map.Append("endbfchar\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.ToString();
    }
}
