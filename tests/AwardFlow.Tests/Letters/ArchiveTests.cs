using System.Text;
using System.Xml.Linq;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AwardFlow.Tests.Letters;

/// <summary>What ISO 19005-2 (PDF/A-2a) asks of a file and what an archive finds it by.</summary>
public class ArchiveTests
{
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static TheoryData<LetterDocument, bool> Documents { get; } =
        [.. LetterStore.Documents.SelectMany(document => new[] { (document, false), (document, true) })];

    [Theory]
    [MemberData(nameof(Documents))]
    public void It_claims_the_standard_and_has_what_that_needs(LetterDocument document, bool draft)
    {
        var file = Render(document, draft);
        using var pdf = PdfDocument.Open(file);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("th", Get<StringToken>(pdf, catalog, "Lang").Data);
        Assert.True(Get<BooleanToken>(pdf, Get<DictionaryToken>(pdf, catalog, "ViewerPreferences"), "DisplayDocTitle").Data);
        var intent = (DictionaryToken)Get<ArrayToken>(pdf, catalog, "OutputIntents").Data.Single();
        Assert.Equal("GTS_PDFA1", Get<NameToken>(pdf, intent, "S").Data);
        var profile = Decoded(pdf, Get<StreamToken>(pdf, intent, "DestOutputProfile"));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal(profile.Length, (profile[0] << 24) + (profile[1] << 16) + (profile[2] << 8) + profile[3]);
        Assert.False(pdf.IsEncrypted);
        Assert.Equal("%PDF-1.7\n%", Encoding.Latin1.GetString(file, 0, 10));
        Assert.All(file.AsSpan(10, 4).ToArray(), marker => Assert.True(marker > 127));
        Assert.Matches("/ID \\[<[0-9A-F]{32}> <[0-9A-F]{32}>\\]", Encoding.Latin1.GetString(file.AsSpan(file.Length - 300)));
        // Nothing that the standard forbids, nor transparency, which the sample's pictures do without.
        var plain = Encoding.Latin1.GetString(file);
        Assert.All(
            ["/JavaScript", "/Launch", "/EmbeddedFile", "/LZWDecode", "/SMask", "/ca ", "/CA ", "/AA ", "/OpenAction"],
            name => Assert.DoesNotContain(name, plain, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_metadata_say_the_same_twice(LetterDocument document, bool draft)
    {
        using var pdf = PdfDocument.Open(Render(document, draft));
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        var description = XDocument.Load(new MemoryStream(metadata.GetXmlBytes().ToArray())).Descendants(Rdf + "Description").First();
        Assert.Equal(("2", "A"), (description.Element(PdfA + "part")?.Value, description.Element(PdfA + "conformance")?.Value));
        var title = description.Element(Dublin + "title")!.Descendants(Rdf + "li").First().Value;
        Assert.NotEmpty(title);
        Assert.Equal(title, pdf.Information.Title);
        Assert.Equal(description.Element(Dublin + "creator")!.Value, pdf.Information.Author);
        Assert.Equal("th", description.Element(Dublin + "language")!.Value);
        Assert.Equal("D:20211014170000Z", pdf.Information.CreationDate);
        Assert.Contains(description.Elements(), element => element.Name.LocalName == "CreateDate" && element.Value == "2021-10-14T17:00:00Z");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void All_fonts_are_embedded_subsets_with_their_text(LetterDocument document, bool draft)
    {
        using var pdf = PdfDocument.Open(Render(document, draft));
        var fonts = 0;
        foreach (var page in pdf.GetPages())
        {
            var resources = Get<DictionaryToken>(pdf, page.Dictionary, "Resources");
            foreach (var (_, reference) in Get<DictionaryToken>(pdf, resources, "Font").Data)
            {
                var font = Resolve<DictionaryToken>(pdf, reference);
                Assert.Matches("^[A-Z]{6}\\+[A-Za-z0-9-]+$", Get<NameToken>(pdf, font, "BaseFont").Data);
                Assert.Contains("beginbfchar", Encoding.ASCII.GetString(Decoded(pdf, Get<StreamToken>(pdf, font, "ToUnicode"))), StringComparison.Ordinal);
                var descendant = Resolve<DictionaryToken>(pdf, Get<ArrayToken>(pdf, font, "DescendantFonts").Data.Single());
                Assert.Equal("Identity", Get<NameToken>(pdf, descendant, "CIDToGIDMap").Data);
                Assert.NotEmpty(Decoded(pdf, Get<StreamToken>(pdf, Get<DictionaryToken>(pdf, descendant, "FontDescriptor"), "FontFile2")));
                fonts++;
            }
        }
        Assert.True(fonts > 0);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Extracted_text_is_what_was_set_character_for_character(LetterDocument document, bool draft)
    {
        var drawn = Renderer(LetterPictures.None).Draw(document, Words(), draft);
        using var pdf = PdfDocument.Open(drawn.ToFile());
        var mark = draft ? "ร่าง" : "";
        Assert.Equal(drawn.Pages.Select(page => mark + string.Concat(page.Lines.Select(line => line.Line.Text))), pdf.GetPages().Select(page => page.Text));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Rendered_again_it_has_the_same_bytes(LetterDocument document, bool draft) => Assert.Equal(
        new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall).Render(document, LetterSamples.Passed, draft),
        Render(document, draft));

    [Fact]
    public void In_whatever_order_and_on_however_many_threads_it_is_rendered_it_has_the_same_bytes()
    {
        var entries = PlaceNames.All().Take(24)
            .Select((name, i) => (
                Result: LetterSamples.Result(name.Project, name.Organisation, name.Addressee, 40 + i, i % 2 == 0),
                Document: LetterStore.Documents[i % 3])).ToList();
        var first = Renderer(LetterSamples.Pictures);
        var expected = entries.Select(entry => first.Render(entry.Document, entry.Result, draft: false)).ToList();
        var other = Renderer(LetterSamples.Pictures);
        Parallel.ForEach(
            entries.Index().Reverse(), entry => Assert.Equal(expected[entry.Index], other.Render(entry.Item.Document, entry.Item.Result, draft: false)));
    }

    [Fact]
    public void A_letter_without_pictures_is_smaller_than_60_kilobytes() => Assert.All(
        LetterSamples.Cases(),
        each => Assert.InRange(
            new DocumentRenderer(each.Definition, LetterPictures.None, LetterSamples.Overall).Render(LetterDocument.Letter, each.Result, each.Draft).Length,
            1,
            60_000));

    private static EntryResult Words() =>
        LetterSamples.Result(LetterSamples.StackedMarks, "เทศบาลตำบลฝั้นปู่ญาณ", "นายกเทศมนตรีตำบลฝั้นปู่ญาณ", 67.92m, passed: true) with
        {
            Comments = [LetterSamples.StackedMarks],
        };

    private static DocumentRenderer Renderer(LetterPictures pictures) => new(LetterSamples.Definition, pictures, LetterSamples.Overall);

    private static byte[] Render(LetterDocument document, bool draft) => Renderer(LetterSamples.Pictures).Render(document, LetterSamples.Passed, draft);

    private static T Get<T>(PdfDocument pdf, DictionaryToken dictionary, string name)
        where T : class, IToken => Resolve<T>(pdf, dictionary.Data[name]);

    private static T Resolve<T>(PdfDocument pdf, IToken token)
        where T : class, IToken =>
        token is IndirectReferenceToken reference ? Assert.IsType<T>(pdf.Structure.GetObject(reference.Data).Data) : Assert.IsType<T>(token);

    private static byte[] Decoded(PdfDocument pdf, StreamToken stream)
    {
        Assert.Equal("FlateDecode", Get<NameToken>(pdf, stream.StreamDictionary, "Filter").Data);
        using var inflated = new MemoryStream();
        using var zlib = new System.IO.Compression.ZLibStream(new MemoryStream(stream.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }
}
