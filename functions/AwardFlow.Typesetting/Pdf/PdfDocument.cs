using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// A PDF document in the making. The same calls give the same bytes, on any day and any machine: nothing is taken from
/// the clock or from chance.
/// </summary>
/// <param name="title">The document's title, as readers show it.</param>
/// <param name="author">Who the document is from.</param>
/// <param name="date">The document's own date; it stands as the time of creation.</param>
public sealed class PdfDocument(string title, string author, DateTimeOffset date)
{
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<FontFace, (string Name, FontSubset Subset)> _fonts = [];

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>Adds a page.</summary>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(this, width, height);
        _pages.Add(page);
        return page;
    }

    /// <summary>The finished file. Call once, when all pages are drawn.</summary>
    public byte[] ToFile()
    {
        var file = new PdfFile();
        var tree = file.Reserve();
        var fonts = string.Join(' ', _fonts.Select(font =>
            string.Create(CultureInfo.InvariantCulture, $"/{font.Value.Name} {WriteFont(file, font.Key, font.Value.Subset)} 0 R")));
        var kids = _pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{WritePage(file, tree, fonts, page)} 0 R")).ToList();
        file.Object(tree, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids)}] >>"));
        var catalog = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Catalog /Pages {tree} 0 R /Lang (th) /ViewerPreferences << /DisplayDocTitle true >> >>"));
        var created = date.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var info = file.Object(
            $"<< /Title {PdfFile.TextString(title)} /Author {PdfFile.TextString(author)} /Producer (AwardFlow) /CreationDate ({created}) /ModDate ({created}) >>");
        return file.Finish(catalog, info);
    }

    internal (string Name, FontSubset Subset) Font(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            font = (string.Create(CultureInfo.InvariantCulture, $"F{_fonts.Count + 1}"), new FontSubset(face));
            _fonts.Add(face, font);
        }
        return font;
    }

    private static int WritePage(PdfFile file, int tree, string fonts, PdfPage page)
    {
        var content = file.Stream("", Encoding.ASCII.GetBytes(page.Content));
        return file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.Width:0.###} {page.Height:0.###}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R >>"));
    }

    private static int WriteFont(PdfFile file, FontFace face, FontSubset subset)
    {
        var program = subset.ToFile();
        var name = $"{FontSubset.Tag(program)}+{face.Name}";
        var tables = face.Tables;
        int Scaled(int units) => units * 1000 / face.UnitsPerEm;
        var fontFile = file.Stream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var box = tables.BoundingBox;
        var descriptor = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Scaled(box.Left)} {Scaled(box.Bottom)} {Scaled(box.Right)} {Scaled(box.Top)}] /ItalicAngle 0 /Ascent {Scaled(tables.Ascent)} /Descent {Scaled(tables.Descent)} /CapHeight {Scaled(tables.CapHeight)} /StemV 80 /FontFile2 {fontFile} 0 R >>"));
        var widths = string.Join(' ', subset.Encoded.Select(glyph =>
            string.Create(CultureInfo.InvariantCulture, $"{glyph.Id} [{Scaled(glyph.Advance)}]")));
        var descendant = file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{widths}] >>"));
        var toUnicode = file.Stream("", Encoding.ASCII.GetBytes(ToUnicode.Map(subset.Encoded)));
        return file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>"));
    }
}
