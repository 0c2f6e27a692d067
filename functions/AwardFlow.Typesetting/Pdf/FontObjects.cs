using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>Writes a font as PDF has it: a composite font over a TrueType subset (ISO 32000-1, 9.7).</summary>
internal static class FontObjects
{
    /// <summary>Writes a font's objects and says the number of the one that pages name.</summary>
    public static int Write(PdfFile file, FontSubset subset)
    {
        var (face, tables) = (subset.Face, subset.Face.Tables);
        int Scaled(int units) => units * 1000 / face.UnitsPerEm;
        var program = file.Pieces();
        var name = $"{TrueTypeFile.Write(subset, program)}+{face.Name}";
        var fontFile = file.Stream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var box = tables.BoundingBox;
        var descriptor = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Scaled(box.Left)} {Scaled(box.Bottom)} {Scaled(box.Right)} {Scaled(box.Top)}] /ItalicAngle 0 /Ascent {Scaled(tables.Ascent)} /Descent {Scaled(tables.Descent)} /CapHeight {Scaled(tables.CapHeight)} /StemV 80 /FontFile2 {fontFile} 0 R >>"));
        var descendant = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{subset.Shared?.Widths}{Widths(subset)}] >>"));
        var map = file.Pieces();
        ToUnicode.Write(subset, map);
        var toUnicode = file.Stream("", map);
        return file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>"));
    }

    /// <summary>The widths of glyphs, besides the shared ones, as the array <c>W</c> has them (ISO 32000-1, 9.7.4.3); what has no width is left out.</summary>
    public static string Widths(FontSubset subset)
    {
        var widths = new StringBuilder();
        var next = -1;
        foreach (var (id, _, advance) in subset.Encoded)
        {
            if (advance == 0)
            {
                continue;
            }
            if (id != next)
            {
                widths.Append(CultureInfo.InvariantCulture, $"{(next < 0 ? "" : "] ")}{id} [");
            }
            else
            {
                widths.Append(' ');
            }
            widths.Append(CultureInfo.InvariantCulture, $"{advance * 1000 / subset.Face.UnitsPerEm}");
            next = id + 1;
        }
        return widths.Append(next < 0 ? "" : "] ").ToString();
    }
}
