using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>Writes a font as PDF has it: a composite font over a TrueType subset (ISO 32000-1, 9.7).</summary>
internal static class FontObjects
{
    /// <summary>Writes a font's objects and says the number of the one that pages name.</summary>
    public static int Write(PdfFile file, FontFace face, FontSubset subset)
    {
        var program = subset.ToFile();
        var name = $"{FontSubset.Tag(program)}+{face.Name}";
        var tables = face.Tables;
        int Scaled(int units) => units * 1000 / face.UnitsPerEm;
        var fontFile = file.Stream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var box = tables.BoundingBox;
        var descriptor = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Scaled(box.Left)} {Scaled(box.Bottom)} {Scaled(box.Right)} {Scaled(box.Top)}] /ItalicAngle 0 /Ascent {Scaled(tables.Ascent)} /Descent {Scaled(tables.Descent)} /CapHeight {Scaled(tables.CapHeight)} /StemV 80 /FontFile2 {fontFile} 0 R >>"));
        var widths = new StringBuilder();
        foreach (var (id, _, advance) in subset.Encoded)
        {
            widths.Append(CultureInfo.InvariantCulture, $"{id} [{Scaled(advance)}] ");
        }
        var descendant = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{widths}] >>"));
        var toUnicode = file.Stream("", Encoding.ASCII.GetBytes(ToUnicode.Map(subset.Encoded)));
        return file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>"));
    }
}
