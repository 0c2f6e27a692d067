using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AwardFlow.Tests.Letters.Conformance;

/// <summary>
/// Finds what breaks PDF/A-2a (ISO 19005-2, by clause) and PDF/UA-1 (ISO 14289-1, by failure condition of the Matterhorn
/// Protocol 1.1) in a document, as far as a machine can tell and such documents can have it. Not looked for is what these
/// documents have no room for: forms, annotations, actions, layers, attached files, sound and film, encryption, fonts
/// other than TrueType, JPEG 2000, several output intents, references between documents, notes, formulas, ruby and
/// warichu; and what only people can tell, such as whether the words fit the picture.
/// </summary>
internal sealed partial class PdfFaults
{
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    // What may stand in what, of the structure types that these documents have (ISO 32000-1, 14.8.4.3).
    private static readonly Dictionary<string, string[]> Parents = new(StringComparer.Ordinal)
    {
        ["Part"] = ["Document"],
        ["LI"] = ["L"],
        ["Lbl"] = ["LI"],
        ["LBody"] = ["LI"],
        ["TR"] = ["Table"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["L"] = ["Document", "TD", "LBody"],
        ["Table"] = ["Document"],
        ["P"] = ["Document", "TD", "LBody"],
        ["H1"] = ["Document"],
        ["H2"] = ["Document"],
        ["Figure"] = ["Document", "TD", "P"],
    };

    private readonly PdfDocument _pdf;
    private readonly string _file;
    private readonly List<string> _faults = [];
    private readonly Dictionary<(int Page, int Mark), string> _tagged = [];

    private PdfFaults(PdfDocument pdf, byte[] file) => (_pdf, _file) = (pdf, Encoding.Latin1.GetString(file));

    /// <summary>The faults of a file, each with its clause or condition.</summary>
    public static IReadOnlyList<string> Of(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var faults = new PdfFaults(pdf, file);
        faults.File();
        faults.Catalog();
        faults.Metadata();
        faults.Structure();
        faults.Pages();
        return faults._faults;
    }

    private DictionaryToken CatalogDictionary => _pdf.Structure.Catalog.CatalogDictionary;

    private void File()
    {
        Fault(!_file.StartsWith("%PDF-1.7\n%", StringComparison.Ordinal) || _file[10..14].Any(c => c <= 127), "6.1.2 header");
        Fault(!_file.EndsWith("%%EOF\n", StringComparison.Ordinal), "6.1.3 data after the end");
        Fault(!FileId().IsMatch(_file), "6.1.3 ID");
        Fault(_pdf.IsEncrypted, "6.1.3 encryption; 26-001");
        foreach (var name in (string[])[
            "/LZWDecode", "/Crypt", "/JavaScript", "/Launch", "/OpenAction", "/AA ", "/EmbeddedFiles", "/OCProperties",
            "/XFA", "/Annots", "/SMask", "/ca ", "/CA ", "/BM ", "/Encrypt", "/Alternates", "/OPI", "/PS ",
        ])
        {
            Fault(_file.Contains(name, StringComparison.Ordinal), $"6.1 and 6.2: {name.Trim()} is not used by such documents");
        }
    }

    private void Catalog()
    {
        Fault(
            Find<DictionaryToken>(CatalogDictionary, "MarkInfo") is not { } marks || Find<BooleanToken>(marks, "Marked")?.Data != true,
            "6.7.2.2 MarkInfo; 06-001 not marked as tagged");
        Fault(CatalogDictionary.Data.ContainsKey("Suspects"), "02-004 suspects");
        Fault(Text(CatalogDictionary, "Lang") is not ("th" or "th-TH"), "6.7.4 Lang; 11-006 no language");
        Fault(
            Find<DictionaryToken>(CatalogDictionary, "ViewerPreferences") is not { } shown || Find<BooleanToken>(shown, "DisplayDocTitle")?.Data != true,
            "07-001 the title is not shown");
        var intent = Find<ArrayToken>(CatalogDictionary, "OutputIntents")?.Data.OfType<DictionaryToken>().SingleOrDefault();
        Fault(intent is null || Name(intent, "S") != "GTS_PDFA1", "6.2.3 output intent");
        Fault(
            intent is null || Find<StreamToken>(intent, "DestOutputProfile") is not { } profile || !Decoded(profile).AsSpan(36).StartsWith("acsp"u8),
            "6.2.3 profile");
    }

    private void Metadata()
    {
        var stream = Find<StreamToken>(CatalogDictionary, "Metadata");
        if (stream is null)
        {
            Fault(true, "6.6.2.1; 06-001 no metadata");
            return;
        }
        Fault(stream.StreamDictionary.Data.ContainsKey("Filter"), "6.6.2.1 metadata that are not plain");
        var xmp = XDocument.Load(new MemoryStream(stream.Data.ToArray()));
        string? Value(XName name) => xmp.Descendants(name).FirstOrDefault()?.Value;
        Fault((Value(PdfA + "part"), Value(PdfA + "conformance")) != ("2", "A"), "6.6.4 claim of PDF/A-2a");
        Fault(Value(PdfUa + "part") != "1", "06-002 claim of PDF/UA-1");
        Fault(
            !xmp.Descendants().Any(element => element.Name.LocalName == "namespaceURI" && element.Value == PdfUa.NamespaceName),
            "6.6.2.3 PDF/UA's schema is not described");
        var title = xmp.Descendants(Dublin + "title").Descendants(Rdf + "li").FirstOrDefault()?.Value;
        Fault(string.IsNullOrWhiteSpace(title), "06-003 no title");
        Fault(title != _pdf.Information.Title, "6.6.3 two titles");
        Fault(Value(Dublin + "creator") != _pdf.Information.Author, "6.6.3 two authors");
    }

    private void Structure()
    {
        if (Find<DictionaryToken>(CatalogDictionary, "StructTreeRoot") is not { } root || Find<DictionaryToken>(root, "K") is not { } document)
        {
            Fault(true, "6.7.3.3; 01-005 no structure");
            return;
        }
        Fault(Name(document, "S") != "Document", "the whole is not a Document");
        var headings = new List<int>();
        var pages = _pdf.GetPages().Select(page => page.Dictionary).ToList();
        var numbers = pages.Select(page => ((NumericToken)page.Data["StructParents"]).Int).ToList();
        Element(document, "Document", headings, numbers);
        Fault(headings.FirstOrDefault(1) != 1, "14-002 the first heading is not of the first level");
        Fault(headings.Zip(headings.Skip(1)).Any(pair => pair.Second > pair.First + 1), "14-003 a level is left out");
        var parts = Find<ArrayToken>(document, "K")!.Data.Count(part => Resolve<DictionaryToken>(part) is { } element && Name(element, "S") == "Part");
        Fault(headings.Count(level => level == 1) != Math.Max(1, parts), "a document has one heading of the first level");
        // The way back from a page's marks to their elements.
        var tree = Find<DictionaryToken>(root, "ParentTree")!;
        var parents = (Find<ArrayToken>(tree, "Kids")?.Data.Select(node => Resolve<DictionaryToken>(node)!) ?? [tree])
            .SelectMany(node => Find<ArrayToken>(node, "Nums")!.Data).ToList();
        for (var i = 0; i + 1 < parents.Count; i += 2)
        {
            var page = ((NumericToken)parents[i]).Int;
            foreach (var (mark, reference) in Resolve<ArrayToken>(parents[i + 1])!.Data.Index())
            {
                Fault(
                    !_tagged.TryGetValue((page, mark), out var type) || Name(Resolve<DictionaryToken>(reference)!, "S") != type,
                    $"ParentTree: mark {mark} of page {page} leads elsewhere");
            }
            Fault(Resolve<ArrayToken>(parents[i + 1])!.Data.Count != _tagged.Keys.Count(key => key.Page == page), $"ParentTree of page {page}");
        }
    }

    private void Element(DictionaryToken element, string type, List<int> headings, List<int> pages)
    {
        if (type is ['H', var level])
        {
            headings.Add(level - '0');
        }
        if (type == "Figure")
        {
            Fault(string.IsNullOrWhiteSpace(Text(element, "Alt")), "13-004 a figure without words");
            Fault(Find<DictionaryToken>(element, "A") is not { } layout || Find<ArrayToken>(layout, "BBox")?.Data.Count != 4, "a figure without its rectangle");
        }
        Fault(
            type == "TH" && (Find<DictionaryToken>(element, "A") is not { } table || Name(table, "Scope") is not ("Row" or "Column")),
            "15-003 a header cell without scope");
        var kids = Find<IToken>(element, "K") is ArrayToken array ? array.Data : [];
        Fault(kids.Count == 0, $"an empty {type}");
        var children = new List<(string Type, DictionaryToken Element)>();
        foreach (var kid in kids)
        {
            if (kid is NumericToken mark)
            {
                Tag(Find<DictionaryToken>(element, "Pg")!, mark.Int, type, pages);
            }
            else if (Resolve<DictionaryToken>(kid) is { } child && Name(child, "Type") == "MCR")
            {
                Tag(Find<DictionaryToken>(child, "Pg")!, Find<NumericToken>(child, "MCID")!.Int, type, pages);
            }
            else if (Resolve<DictionaryToken>(kid) is { } nested)
            {
                children.Add((Name(nested, "S") ?? "", nested));
            }
        }
        foreach (var (childType, child) in children)
        {
            Fault(!Parents.TryGetValue(childType, out var allowed), $"02-001 {childType} is no standard type that is known here");
            // A part of files that are joined is what the document is elsewhere.
            Fault(allowed?.Contains(type == "Part" ? "Document" : type, StringComparer.Ordinal) == false, $"09-004 to 09-006: {childType} in {type}");
            Element(child, childType, headings, pages);
        }
        if (type == "Table")
        {
            var widths = children.Select(row => Resolve<ArrayToken>(row.Element.Data["K"])!.Data.Count).Distinct().ToList();
            Fault(widths.Count != 1, "15-003 rows of different lengths");
            Fault(
                children.Any(row => !Resolve<ArrayToken>(row.Element.Data["K"])!.Data.Any(cell => Name(Resolve<DictionaryToken>(cell)!, "S") == "TH")),
                "15-003 a row without a header");
        }
        Fault(
            type == "L"
                && children.Any(
                    item => Find<ArrayToken>(item.Element, "K")!.Data.Any(part => Resolve<DictionaryToken>(part) is { } label && Name(label, "S") == "Lbl"))
                && (Find<DictionaryToken>(element, "A") is not { } list || Name(list, "ListNumbering") is null or "None"),
            "16-001, 7.6 a list with labels that does not say how they count");
        Fault(type == "LI" && children.Count(child => child.Type == "LBody") != 1, "09-005 an item without a body");
    }

    private void Tag(DictionaryToken page, int mark, string type, List<int> pages) =>
        Fault(
            !pages.Contains(Find<NumericToken>(page, "StructParents")!.Int) || !_tagged.TryAdd((Find<NumericToken>(page, "StructParents")!.Int, mark), type),
            $"mark {mark} stands twice in the structure");

    private void Pages()
    {
        foreach (var page in _pdf.GetPages())
        {
            Fault(Name(page.Dictionary, "Tabs") != "S", "28-008 tab order");
            var number = Find<NumericToken>(page.Dictionary, "StructParents")!.Int;
            var content = Decoded(Find<StreamToken>(page.Dictionary, "Contents")!);
            var seen = new HashSet<int>();
            foreach (var (painting, marks) in MarkedContent.Of(content))
            {
                Fault(marks.Count == 0, $"01-005 {painting} is neither tagged nor an artifact");
                Fault(marks.Count > 1 && marks is not [{ Name: "Artifact" }, { Name: "Span", Number: null }], $"01-003, 01-004 {painting} is marked twice");
                if (marks is [{ Name: not "Artifact" } mark])
                {
                    Fault(
                        mark.Number is not { } id || !_tagged.TryGetValue((number, id), out var type) || (mark.Name != "Span" && type != mark.Name),
                        $"01-005 mark {mark.Number} is in no element");
                    seen.Add(mark.Number ?? -1);
                }
                Fault(marks is [{ Name: "Artifact", Number: not null }], "01-004 an artifact that is tagged");
            }
            Fault(_tagged.Keys.Any(key => key.Page == number && !seen.Contains(key.Mark)), "an element's content is not on its page");
            var operators = MarkedContent.Tokens(content).ToList();
            Fault(
                operators.Exists(
                    token => token is "ri" or "i" or "gs" or "CS" or "cs" or "SC" or "sc" or "SCN" or "scn" or "K" or "k" or "G" or "g" or "MP" or "BX"),
                "6.2.2, 6.2.4: an operator that these documents do without");
            Fault(
                operators.Exists(token => double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) > 32767),
                "6.1.13 a number too large");
            Fonts(page.Dictionary, operators);
        }
    }

    private void Fonts(DictionaryToken page, List<string> operators)
    {
        var resources = Find<DictionaryToken>(page, "Resources")!;
        foreach (var (name, reference) in Find<DictionaryToken>(resources, "Font")!.Data)
        {
            var font = Resolve<DictionaryToken>(reference)!;
            var descendant = Resolve<DictionaryToken>(Find<ArrayToken>(font, "DescendantFonts")!.Data.Single())!;
            var descriptor = Find<DictionaryToken>(descendant, "FontDescriptor")!;
            Fault(Name(font, "Encoding") != "Identity-H", "6.2.11.3; 31-006 encoding");
            Fault(Name(descendant, "CIDToGIDMap") != "Identity", "6.2.11.3.2; 31-004 CIDToGIDMap");
            Fault(
                Name(font, "BaseFont") is not { } baseFont || !SubsetName().IsMatch(baseFont) || baseFont != Name(descendant, "BaseFont")
                    || baseFont != Name(descriptor, "FontName"),
                "6.2.11.2 names of the font");
            var program = Find<StreamToken>(descriptor, "FontFile2");
            Fault(program is null, "6.2.11.4.1; 31-009 a font is not embedded");
            if (program is null || Find<StreamToken>(font, "ToUnicode") is not { } map)
            {
                Fault(true, "6.2.11.7; 31-027 no text of a font");
                continue;
            }
            var (advances, unitsPerEm) = FontProgram.Advances(Decoded(program));
            var widths = Widths(Find<ArrayToken>(descendant, "W")!);
            var characters = Encoding.ASCII.GetString(Decoded(map));
            var texts = BfChar().Matches(characters, characters.IndexOf("beginbfchar", StringComparison.Ordinal))
                .ToDictionary(
                    match => Convert.ToInt32(match.Groups["code"].Value, 16),
                    match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["text"].Value)));
            Fault(
                texts.Values.Any(text => text.Length == 0 || text.Any(c => c is '\0' or '\ufeff' or '\ufffe' or '\uffff')),
                "6.2.11.7.2; 31-028 text that is none");
            Fault(texts.Values.Any(text => text.Any(c => c is >= '\ue000' and <= '\uf8ff')), "6.2.11.7.3 private characters without text");
            foreach (var id in Shown(operators, $"/{name}"))
            {
                Fault(id == 0, "6.2.11.8; 31-030 a glyph for what is not in the font");
                Fault(!texts.ContainsKey(id), $"6.2.11.7; 10-001 glyph {id} has no text");
                Fault(id >= advances.Length, $"6.2.11.4.1 glyph {id} is not in the font");
                Fault(
                    id < advances.Length && Math.Abs(widths.GetValueOrDefault(id) - advances[id] * 1000.0 / unitsPerEm) > 1,
                    $"6.2.11.5; 31-018 the width of glyph {id}");
            }
        }
    }

    private static IEnumerable<int> Shown(List<string> operators, string font)
    {
        var current = "";
        for (var i = 0; i < operators.Count; i++)
        {
            if (operators[i] == "Tf")
            {
                current = operators[i - 2];
            }
            if (current == font && operators[i] is ['<', not '<', ..] and var hex)
            {
                foreach (var id in Convert.FromHexString(hex[1..^1]).Chunk(2))
                {
                    yield return id[0] * 256 + id[1];
                }
            }
        }
    }

    private static Dictionary<int, double> Widths(ArrayToken widths)
    {
        var all = new Dictionary<int, double>();
        for (var i = 0; i + 1 < widths.Data.Count; i += 2)
        {
            var first = ((NumericToken)widths.Data[i]).Int;
            foreach (var (j, width) in ((ArrayToken)widths.Data[i + 1]).Data.Index())
            {
                all[first + j] = ((NumericToken)width).Double;
            }
        }
        return all;
    }

    private void Fault(bool isOne, string fault)
    {
        if (isOne)
        {
            _faults.Add(fault);
        }
    }

    private T? Find<T>(DictionaryToken dictionary, string name)
        where T : class, IToken => dictionary.Data.TryGetValue(name, out var token) ? Resolve<T>(token) : null;

    private T? Resolve<T>(IToken token)
        where T : class, IToken => (token is IndirectReferenceToken reference ? _pdf.Structure.GetObject(reference.Data).Data : token) as T;

    private string? Name(DictionaryToken dictionary, string name) => Find<NameToken>(dictionary, name)?.Data;

    private string? Text(DictionaryToken dictionary, string name) => Find<IToken>(dictionary, name) switch
    {
        StringToken text => text.Data,
        HexToken text => text.Data,
        _ => null,
    };

    private static byte[] Decoded(StreamToken stream)
    {
        if (!stream.StreamDictionary.Data.ContainsKey("Filter"))
        {
            return stream.Data.ToArray();
        }
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(stream.Data.ToArray()), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    [GeneratedRegex(@"/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileId();

    [GeneratedRegex("^[A-Z]{6}\\+[A-Za-z0-9-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubsetName();

    [GeneratedRegex("^<(?<code>[0-9A-F]{4})> <(?<text>[0-9A-F]*)>$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex BfChar();
}
