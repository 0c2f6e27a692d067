using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// A PDF document in the making: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), in Thai. The same calls give the same bytes, on any day and in
/// any process: nothing is taken from the clock or from chance.
/// </summary>
/// <param name="title">The document's title, as readers show it.</param>
/// <param name="author">Who the document is from.</param>
/// <param name="date">The document's own date; it stands as the time of creation.</param>
/// <param name="shared">What its fonts have in common with those of other documents; null for nothing.</param>
public sealed class PdfDocument(string title, string author, DateTimeOffset date, SharedFonts? shared = null)
{
    // What only tells where lines may end is no part of a name.
    private readonly string _title = ThaiLineBreaks.Drawn(title);
    private readonly string _author = ThaiLineBreaks.Drawn(author);
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<FontFace, (string Name, FontSubset Subset)> _fonts = [];
    private int _ownFonts;
    private readonly Dictionary<Picture, string> _pictures = new(ReferenceEqualityComparer.Instance);

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>The document's structure.</summary>
    internal PdfStructure Structure { get; } = new();

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
    public byte[] ToFile() => ToFile(compress: true);

    /// <summary>The finished file, compressed or not: for measuring what compression takes.</summary>
    internal byte[] ToFile(bool compress)
    {
        var file = new PdfFile(compress);
        var tree = file.Reserve();
        var resources = file.Reserve();
        var fonts = _fonts.Select(font => Invariant($"/{font.Value.Name} {FontObjects.Write(file, font.Value.Subset)} 0 R")).ToList();
        var pictures = _pictures.Select(picture => Invariant($"/{picture.Value} {picture.Key.Write(file)} 0 R")).ToList();
        file.Object(resources, $"<< /Font << {string.Join(' ', fonts)} >> /XObject << {string.Join(' ', pictures)} >> >>");
        var pages = _pages.Select((page, i) => (Page: page, Number: WritePage(file, tree, resources, page, i))).ToList();
        file.Object(
            tree, Invariant($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => Invariant($"{page.Number} 0 R")))}] >>"));
        var structure = Structure.Write(file, pages);
        var metadata = file.Stream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(XmpMetadata.Write(_title, _author, date)), compress: false);
        var profile = file.Deflated("/N 3", SrgbProfile.Length, SrgbProfile.Deflated);
        var catalog = file.Object(Invariant(
            $"<< /Type /Catalog /Pages {tree} 0 R /Metadata {metadata} 0 R /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Lang (th) /ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>] >>"));
        var created = date.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var info = file.Object(
            $"<< /Title {PdfFile.TextString(_title)} /Author {PdfFile.TextString(_author)} /Producer ({XmpMetadata.Producer}) /CreationDate ({created}) /ModDate ({created}) >>");
        return file.Finish(catalog, info);
    }

    /// <summary>The fonts so far.</summary>
    internal IEnumerable<(string Name, FontSubset Subset)> Fonts => _fonts.Values;

    /// <summary>What the fonts have in common with those of other documents.</summary>
    internal SharedFonts? Shared => shared;

    internal (string Name, FontSubset Subset) Font(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            // A font that is shared has the same name everywhere.
            font = shared?.Of(face) is { } known
                ? (known.Name, new FontSubset(face, known.Subset))
                : (Invariant($"F{(shared?.Count ?? 0) + ++_ownFonts}"), new FontSubset(face, null));
            _fonts.Add(face, font);
        }
        return font;
    }

    internal string Name(Picture picture)
    {
        if (!_pictures.TryGetValue(picture, out var name))
        {
            name = Invariant($"P{_pictures.Count + 1}");
            _pictures.Add(picture, name);
        }
        return name;
    }

    private static int WritePage(PdfFile file, int tree, int resources, PdfPage page, int index)
    {
        var content = file.Stream("", page.Content);
        return file.Object(Invariant(
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.Width:0.###} {page.Height:0.###}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {index} /Tabs /S >>"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
