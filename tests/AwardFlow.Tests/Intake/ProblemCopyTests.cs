using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Workbooks;
using AwardFlow.Tests.Corpus;
using AwardFlow.Thai;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Intake;

/// <summary>The marked copy of a refused sheet, sent back as it is, is refused for the same.</summary>
public class ProblemCopyTests
{
    // Cell styles by their index: 1 percent, 2 date, 3 struck out, 4 a code, 5 a telephone number.
    private const string Styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="&quot;LG-&quot;000"/><numFmt numFmtId="165" formatCode="0##-###-####"/></numFmts><fonts count="2"><font/><font><strike/></font></fonts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="0" fontId="1"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
        """;

    private static readonly string Header = Row(1, "entry_code", "judge", "k1", "k2", "k3", "comment");

    [Theory]
    [InlineData("<c s=\"1\"><v>0.85</v></c>", "2 k1 '85%': is shown as a percentage")]
    [InlineData("<c s=\"2\"><v>20</v></c>", "2 k1 '1900-01-20 00:00': is a date")]
    [InlineData("<c s=\"3\"><v>20</v></c>", "2 k1 '20': is struck out")]
    [InlineData("<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>8</t></r><r><t>9</t></r></is></c>", "2 k1 '89': is partly struck out")]
    [InlineData("<c><f>1+1</f></c>", "2 k1 '#CALC!': holds the error")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "2 k1 'TRUE': is not a number")]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "2 k1 '#REF!': holds the error")]
    public void A_score_that_was_refused_is_refused_again(string cell, string problem)
    {
        var copy = CopyOf(UploadKind.Scores, new RawWorkbook { Styles = Styles }.Sheet(Header + Row(2, "LG-001", "ก ข", cell, 5, 10)));
        Assert.StartsWith(
            problem, Assert.Single(OfficeSheet.Of(UploadKind.Scores, copy, new UploadOptions(), OfficeCycle.Context).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_scores_stay_merged()
    {
        var copy = CopyOf(
            UploadKind.Scores,
            new RawWorkbook().Sheet(
                Header + Row(2, "LG-001", "ก ข", 20, 5, 10) + Row(3, "LG-002", "ก ข", null, 5, 10),
                after: "<mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>"));
        Assert.StartsWith(
            "3 k1 '': is merged with another cell",
            Assert.Single(OfficeSheet.Of(UploadKind.Scores, copy, new UploadOptions(), OfficeCycle.Context).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_and_telephone_numbers_of_a_format_are_written_as_they_are_seen()
    {
        var copy = CopyOf(UploadKind.Entries, new RawWorkbook { Styles = Styles }.Sheet(
            Row(1, "entry_code", "project", "organisation", "addressee", "saraban_email", "province", "phone")
            + Row(2, "<c s=\"4\"><v>1</v></c>", "น้ำ", "เทศบาล", "นายก", "saraban1@example.go.th", "ตาก", "<c s=\"5\"><v>812345678</v></c>")));
        Assert.Equal(
            ["LG-001,น้ำ,เทศบาล,นายก,saraban1@example.go.th,ตาก,081-234-5678"],
            OfficeSheet.Of(UploadKind.Entries, copy, new UploadOptions(), OfficeCycle.Context with { Entries = [] }).Rows);
    }

    [Fact]
    public void A_mended_copy_is_taken_with_the_judge_of_each_sheet()
    {
        string Table(int score) => Row(1, "entry_code", "k1", "k2", "k3") + Row(2, "LG-001", score, 5, 10);
        var copy = CopyOf(UploadKind.Scores, new RawWorkbook().Sheet(Table(20), "สมชาย ใจดี").Sheet(Table(21), "สมหญิง ดีงาม"), All);
        Assert.Equal(
            ["LG-001,สมชาย ใจดี,k1,20,", "LG-001,สมหญิง ดีงาม,k1,21,"],
            OfficeSheet.Of(UploadKind.Scores, copy, All, OfficeCycle.Context).Rows.Where(row => row.Contains(",k1,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_several_sheets_each_has_its_marks()
    {
        string Table(int score) => Row(1, "entry_code", "k1", "k2", "k3") + Row(2, "LG-001", score, 5, 10);
        var copy = CopyOf(UploadKind.Scores, new RawWorkbook().Sheet(Table(20), "สมชาย ใจดี").Sheet(Table(99), "สมหญิง ดีงาม"), All);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(copy));
        using var second = new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("sheet2.xml", StringComparison.Ordinal)).Open());
        Assert.Contains("is not from 0 to 30", second.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_stand_in_their_own_column_where_several_have_one_name()
    {
        var copy = CopyOf(UploadKind.Scores, new RawWorkbook()
            .Sheet(Row(1, "entry_code", "judge", "k1", "comment", "k2", "comment", "k3", "comment") + Row(2, "LG-001", "ก ข", 20, "ดี", 5, "#REF!", 10, "ดี")));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(copy));
        using var comments = new StreamReader(zip.Entries.Single(entry => entry.FullName.Contains("comments", StringComparison.Ordinal)).Open());
        Assert.Contains("ref=\"F2\"", comments.ReadToEnd(), StringComparison.Ordinal);
    }

    private static UploadOptions All { get; } = new() { Sheet = UploadOptions.AllSheets };

    private static byte[] CopyOf(UploadKind kind, RawWorkbook workbook, UploadOptions? options = null)
    {
        using var file = new MemoryStream(workbook.ToBytes());
        using var sheets = SheetFile.Open(file, FileKind.Of(file), TestContext.Current.CancellationToken);
        var (problems, said) = (new Problems(), options ?? new UploadOptions());
        var context = OfficeCycle.Context with { Entries = kind == UploadKind.Entries ? [] : OfficeCycle.Context.Entries };
        try
        {
            using var understood = kind == UploadKind.Entries
                ? UnderstoodSheet.OfEntries(sheets, said, problems, context)
                : UnderstoodSheet.OfScores(sheets, said, problems, context);
        }
        catch (UploadRefusedException)
        {
            // The copy says why.
        }
        var signature = kind == UploadKind.Entries ? EntriesSheet.SignatureOf(context.Mapping) : ScoresSheet.SignatureOf(context.Definition, context.Mapping);
        using var copy = new MemoryStream();
        ProblemSheet.Write(
            copy, said.Sheet is null ? [SheetChoice.Of(sheets, signature, null)] : SheetChoice.All(sheets, signature), signature, problems, Language.English);
        return copy.ToArray();
    }
}
