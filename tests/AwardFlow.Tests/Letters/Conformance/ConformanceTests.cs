using System.Text;
using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Letters.Conformance;

/// <summary>All documents are PDF/A-2a and PDF/UA-1.</summary>
public class ConformanceTests
{
    public static TheoryData<string, LetterDocument> Documents { get; } =
        [.. Cases().SelectMany(each => LetterStore.Documents.Select(document => (each.Name, document)))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_has_no_fault(string name, LetterDocument document)
    {
        var (_, definition, result, draft) = Cases().Single(each => each.Name == name);
        foreach (var pictures in new[] { LetterSamples.Pictures, LetterPictures.None })
        {
            Assert.Empty(PdfFaults.Of(new DocumentRenderer(definition, pictures, LetterSamples.Overall).Render(document, result, draft)));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void All_that_is_written_is_in_the_structure_but_page_numbers_catchwords_and_what_is_repeated(string name, LetterDocument document)
    {
        var (_, definition, result, draft) = Cases().Single(each => each.Name == name);
        var drawn = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall).Draw(document, result, draft);
        Assert.All(
            drawn.Pages.SelectMany(page => page.Lines).Where(line => line.Tag.Role == PdfRole.Artifact).Select(line => line.Line.Text),
            text => Assert.Matches(
                @"^- [๐-๙]+ - $|^หน้า [๐-๙]+/[๐-๙]+$|^สรุปผลการพิจารณา .*(ต่อ)|ลงวันที่ |^(เกณฑ์การพิจารณา|ผลงานนี้|ทุกผลงาน|คะแนนเต็ม)$|^/.*\.\.\.$|\(ต่อ\)$|^ร่าง$",
                text));
    }

    // Each on a file that is not compressed: what stands there, and what instead.
    [Theory]
    [InlineData("/Marked true", "/Marked fals", "MarkInfo")]
    [InlineData("/Lang (th)", "/Lang (xx)", "11-006")]
    [InlineData("/DisplayDocTitle true", "/DisplayDocTitle nope", "07-001")]
    [InlineData("GTS_PDFA1", "GTS_PDFX1", "6.2.3")]
    [InlineData("<pdfaid:conformance>A", "<pdfaid:conformance>U", "6.6.4")]
    [InlineData("<pdfuaid:part>1", "<pdfuaid:part>2", "06-002")]
    [InlineData("<pdfaSchema:namespaceURI>http", "<pdfaSchema:namespaceURI>xttp", "6.6.2.3")]
    [InlineData("/S /H1", "/S /H2", "14-002")]
    [InlineData("/S /H1", "/S /XX", "02-001")]
    [InlineData("/S /LBody", "/S /LItem", "02-001")]
    [InlineData("/S /LI ", "/S /P  ", "09-004")]
    [InlineData("/Scope /Row", "/Scope /Raw", "15-003")]
    [InlineData("/ListNumbering /Decimal", "/ListNumbring /Decimal", "16-001")]
    [InlineData("/S /TH", "/S /TD", "15-003")]
    [InlineData("/Alt <FEFF0E", "/Art <FEFF0E", "13-004")]
    [InlineData("/BBox [2", "/BBix [2", "rectangle")]
    [InlineData("/Artifact BMC", "/Artifakt BMC", "01-005")]
    [InlineData("/P <</MCID 1", "/P <</MCID 9", "01-005")]
    [InlineData("/Tabs /S", "/Tabs /R", "28-008")]
    [InlineData("> <0E17>", "> <FEFF>", "31-028")]
    [InlineData("> <0E17>", "> <E001>", "6.2.11.7.3")]
    [InlineData("/CIDToGIDMap /Identity", "/CIDToGIDMap /Identita", "31-004")]
    [InlineData("/FontFile2", "/FontFile9", "31-009")]
    [InlineData("/ToUnicode", "/ToUnicade", "31-027")]
    [InlineData("+Sarabun-Regular /Encoding", "+Sarabun-Regulat /Encoding", "6.2.11.2")]
    [InlineData("/W [1 [", "/W [1 [9", "6.2.11.5")]
    [InlineData("%%EOF\n", "%%EOF\nx", "6.1.3")]
    public void A_fault_is_found(string right, string wrong, string fault)
    {
        var file = Encoding.Latin1.GetString(new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall)
            .Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false).ToFile(compress: false));
        Assert.Empty(PdfFaults.Of(Encoding.Latin1.GetBytes(file)));
        var at = file.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0, right);
        var faulty = file[..at] + wrong + file[(at + right.Length)..];
        Assert.Contains(PdfFaults.Of(Encoding.Latin1.GetBytes(faulty)), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LetterDocument.Letter)]
    [InlineData(LetterDocument.Certificate)]
    [InlineData(LetterDocument.ResultSheet)]
    public void The_mark_of_a_draft_is_no_part_of_what_is_said(LetterDocument document)
    {
        // It is drawn first on every page, as an artifact; only then what is in the structure.
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var draft = Encoding.Latin1.GetString(renderer.Draw(document, LetterSamples.Passed, draft: true).ToFile(compress: false));
        var final = Encoding.Latin1.GetString(renderer.Draw(document, LetterSamples.Passed, draft: false).ToFile(compress: false));
        var pages = renderer.Draw(document, LetterSamples.Passed, draft: true).Pages.Count;
        Assert.Equal(pages, draft.Split("stream\n/Artifact BMC\n0.882 0.882 0.882 rg\nBT 0.707 ").Length - 1);
        Assert.Equal(final.Split("/S /").Length, draft.Split("/S /").Length);
    }

    private static IEnumerable<(string Name, AwardFlow.Cycles.CycleDefinition Definition, AwardFlow.Scoring.EntryResult Result, bool Draft)> Cases() =>
        LetterSamples.Cases().Concat(LetterSamples.Others());

    [Fact]
    public void A_picture_needs_words() => Assert.Throws<ArgumentException>(() => new PdfTag(PdfRole.Figure, alternative: " "));

    [Fact]
    public void A_line_without_a_tag_is_a_paragraph()
    {
        var document = new PdfDocument("ทดสอบ", "AwardFlow", DateTimeOffset.UnixEpoch);
        var page = document.AddPage(595, 842);
        page.Draw(TextLine.Of("ก", Sarabun.Regular, 16), 50, 100, tag: new PdfTag(PdfRole.Heading));
        page.Draw(TextLine.Of("ข", Sarabun.Regular, 16), 50, 130);
        var file = document.ToFile();
        Assert.Empty(PdfFaults.Of(file));
        Assert.Contains("/S /P ", Encoding.Latin1.GetString(document.ToFile(compress: false)), StringComparison.Ordinal);
    }
}
