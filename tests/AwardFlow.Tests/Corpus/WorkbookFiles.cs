using System.IO.Compression;
using static AwardFlow.Tests.Corpus.CorpusCase;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Corpus;

/// <summary>The xlsx files of the corpus whose XML is written out by hand.</summary>
internal static class WorkbookFiles
{
    private const string Judge = "สมชาย ใจดี";

    // Cell styles by their index: 0 general, 1 percent, 2 date, 3 whole numbers, 4 two decimals, 5 Thai digits, 6 a Thai date.
    private const string Styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-D00041E]t0.00"/><numFmt numFmtId="165" formatCode="[$-D07041E]ว/ดด/ปปปป"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="1"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
        """;

    private static readonly string Header = Row(1, "entry_code", "judge", "A", "B", "C", "comment");
    private static readonly string Table = Header + Row(2, "E1", Judge, 45.5, 30, 0, "ควรขยายผล") + Row(3, "E2", Judge, 12.25, 7, "-");

    public static IEnumerable<CorpusCase> Cases =>
    [
        Taken("inline-strings.xlsx", "texts in their cells", new RawWorkbook().Sheet(Table)),
        Taken("shared-strings.xlsx", "texts shared, one in coloured runs with a reading aid", new RawWorkbook
        {
            SharedStrings =
            [
                .. "entry_code judge A B C comment E1 E2".Split(' ').Select(text => $"<t>{text}</t>"),
                "<r><rPr><b/></rPr><t xml:space=\"preserve\">สมชาย </t></r><r><t>ใจดี</t></r><rPh sb=\"0\" eb=\"1\"><t>อ่าน</t></rPh>",
                "<t>ควร_x200B_ขยายผล</t>",
            ],
        }.Sheet(Row(1, Shared(0), Shared(1), Shared(2), Shared(3), Shared(4), Shared(5)) + Row(2, Shared(6), Shared(8), 45.5, 30, 0, Shared(9))
            + Row(3, Shared(7), Shared(8), 12.25, 7))),
        Taken("strict.xlsx", "the strict form of the standard", new RawWorkbook { Namespace = Strict }.Sheet(Table)),
        Taken(
            "no-references.xlsx",
            "rows and cells without their addresses",
            new RawWorkbook().Sheet(System.Text.RegularExpressions.Regex.Replace(
                Table, " r=\"[A-Z]*[0-9]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))),
        Taken("formulas.xlsx", "formulas with the values they had when saved", new RawWorkbook().Sheet(Header
            + Row(
                2, "<c t=\"str\"><f>\"E\"&amp;1</f><v>E1</v></c>", Judge, "<c><f>SUM(40,5.5)</f><v>45.5</v></c>",
                30, "<c><f>1-1</f><v>0</v></c>", "ควรขยายผล") + Row(3, "E2", Judge, 12.25, 7))),
        new("formulas-not-worked-out.xlsx", "formulas that no program has worked out")
        {
            Problems = ["2 A '': holds a formula that no program has worked out yet; open the file in Excel or LibreOffice, save it and upload it again"],
            Make = new RawWorkbook().Sheet(Header + Row(2, "E1", Judge, "<c><f>SUM(40,5.5)</f></c>", 30, 0)).ToBytes0,
        },
        Taken(
            "numbers-as-text.xlsx",
            "numbers stored as text, one in Thai digits",
            new RawWorkbook().Sheet(Header + Row(2, "E1", Judge, "45.5", " ๓๐ ", "0", "ควรขยายผล") + Row(3, "E2", Judge, "12.25", "7"))),
        Taken(
            "thai-digit-format.xlsx",
            "numbers that Excel shows in Thai digits",
            new RawWorkbook { Styles = Styles }.Sheet(
                Header + Row(2, "E1", Judge, Styled(5, "45.5"), Styled(5, "30"), Styled(5, "0"), "ควรขยายผล") + Row(3, "E2", Judge, Styled(5, "12.25"), 7))),
        Taken(
            "float-noise.xlsx",
            "the noise that binary fractions leave",
            new RawWorkbook().Sheet(Header + Row(2, "E1", Judge, Styled(0, "45.500000000000007"), Styled(0, "30.000000000000004"), Styled(0, "0"), "ควรขยายผล")
                + Row(3, "E2", Judge, Styled(0, "1.225E1"), Styled(0, "7.0")))),
        Taken("merged-title.xlsx", "a merged title and a note above the header", new RawWorkbook().Sheet(
            Row(1, "แบบให้คะแนนรางวัลรัฐบาลดิจิทัล ประจำปี ๒๕๖๔") + Row(2, "โปรดกรอกให้ครบทุกเกณฑ์") + Shifted(Table, 3),
            after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:F1\"/></mergeCells>")),
        Taken("two-row-header.xlsx", "a merged cell 'คะแนน' over the criteria", new RawWorkbook().Sheet(
            Row(1, "รหัสผลงาน", "กรรมการ", "คะแนน", null, null, "ข้อเสนอแนะ")
                + Row(2, null, null, "A", "B", "C") + Shifted(Table.Replace(Header, "", StringComparison.Ordinal), 1),
            after: "<mergeCells count=\"1\"><mergeCell ref=\"C1:E1\"/></mergeCells>")),
        Taken("hidden-sheets.xlsx", "hidden sheets with a header of their own", new RawWorkbook()
            .Sheet(Header + Row(2, "E1", "ผู้อื่น", 1, 1, 1), "ร่าง", "hidden")
            .Sheet(Header + Row(2, "E1", "ผู้อื่น", 2, 2, 2), "ลับ", "veryHidden")
            .Sheet(Table, "คะแนน")),
        Taken(
            "several-sheets.xlsx",
            "several sheets, one with the header",
            new RawWorkbook().Sheet(Row(1, "คำชี้แจง"), "คำชี้แจง").Sheet(Table, "คะแนน").Sheet("", "Sheet3")) with
        {
            PassedOver = ["0 'คำชี้แจง': another sheet of the workbook, without such a header, passed over"],
        },
        new("which-sheet.xlsx", "two sheets with the header: a question")
        {
            Refused = "Several sheets of the workbook have a header: 'รอบ 1', 'รอบ 2'. Name the one that is meant",
            Make = TwoSheets().ToBytes0,
        },
        new("which-sheet-named.xlsx", "two sheets with the header, one of them asked for") { Sheet = " รอบ  2", Rows = Usual, Make = TwoSheets().ToBytes0 },
        new("which-sheet-misnamed.xlsx", "a sheet asked for that is not there")
        {
            Sheet = "รอบ 3",
            Refused = "The workbook has no visible sheet 'รอบ 3'. It has 'รอบ 1', 'รอบ 2'.",
            Make = TwoSheets().ToBytes0,
        },
        new("all-hidden.xlsx", "no visible sheet")
        {
            Refused = "The workbook has no visible sheet.",
            Make = new RawWorkbook().Sheet(Table, state: "hidden").ToBytes0,
        },
        new("cell-errors.xlsx", "errors in cells")
        {
            Problems =
            [
                "2 A '#REF!': holds the error #REF!; correct the formula, or type the value",
                "3 entry_code '#N/A': holds the error #N/A; correct the formula, or type the value",
            ],
            Make = new RawWorkbook().Sheet(
                Header + Row(2, "E1", Judge, "<c t=\"e\"><f>Z9</f><v>#REF!</v></c>", 1, 1) + Row(3, "<c t=\"e\"><v>#N/A</v></c>", Judge, 1, 1, 1)).ToBytes0,
        },
        new("percent-date-truth.xlsx", "a percentage, dates and a truth value where points must be")
        {
            Problems =
            [
                "2 A '0.45': is shown as a percentage, so it is not clear how many points are meant; format the cell as a number and type the points",
                "2 B '2021-10-08': is a date: the spreadsheet took what was typed for one; format the cell as text or number and type it again",
                "2 C 'TRUE': is not a number",
                "3 A '2021-10-08': is a date: the spreadsheet took what was typed for one; format the cell as text or number and type it again",
            ],
            Make = new RawWorkbook { Styles = Styles }.Sheet(Header
                + Row(2, "E1", Judge, Styled(1, "0.45"), Styled(2, "44477"), "<c t=\"b\"><v>1</v></c>") + Row(3, "E2", Judge, Styled(6, "44477"))).ToBytes0,
        },
        new("shown-rounded.xlsx", "a number of which the cell shows less than it holds")
        {
            Rows = ["E1,สมชาย ใจดี,A,45.456,", "E1,สมชาย ใจดี,B,30,"],
            Warnings = ["2 A '45.456': is shown as 45.46 because the cell is formatted so"],
            Make = new RawWorkbook { Styles = Styles }.Sheet(Header + Row(2, "E1", Judge, Styled(4, "45.456"), Styled(3, "30"))).ToBytes0,
        },
        new("rows-keep-their-numbers.xlsx", "gaps between rows: problems name rows as the spreadsheet shows them")
        {
            Problems = ["40 A '51': is not from 0 to 50, the maximum of criterion A"],
            Make = new RawWorkbook().Sheet(Header + Row(40, "E1", Judge, 51)).ToBytes0,
        },
        Taken("formatted-blanks.xlsx", "formatted blank cells far to the right and below", new RawWorkbook { Styles = Styles }.Sheet(
            Table + "<row r=\"4\"><c r=\"XFD4\" s=\"4\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"4\"/></row>")),
        new("beyond-the-sheet.xlsx", "a row beyond the last that a sheet has")
        {
            Refused = "The sheet has more rows, columns or cells than are read.",
            Make = new RawWorkbook().Sheet(Table + "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>").ToBytes0,
        },
        new("rows-out-of-order.xlsx", "a row that stands twice")
        {
            Refused = "The file cannot be read as an Excel workbook (.xlsx); it may be damaged.",
            Make = new RawWorkbook().Sheet(Table + Row(2, "E1", "อื่น", 1, 1, 1)).ToBytes0,
        },
        new("missing-shared-string.xlsx", "a cell that names a text that is not there")
        {
            Refused = "The file cannot be read as an Excel workbook (.xlsx); it may be damaged.",
            Make = new RawWorkbook().Sheet(Header + Row(2, Shared(7))).ToBytes0,
        },
        new("entities.xlsx", "XML that would read a file of the machine")
        {
            Refused = "The file cannot be read as an Excel workbook",
            Make = new RawWorkbook { Prolog = "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" }.Sheet(
                Header + Row(2, "<c t=\"str\"><v>&e;</v></c>")).ToBytes0,
        },
        new("zip-bomb.xlsx", "60 MB of blanks in 60 kB")
        {
            Refused = "The workbook unpacks to far more than a sheet",
            Make = () => new RawWorkbook().Sheet(Table + new string(' ', 60_000_000)).ToBytes(CompressionLevel.SmallestSize),
        },
        new("cut-off.xlsx", "the first half of a workbook")
        {
            Refused = "The file cannot be read as an Excel workbook",
            Make = () => [.. new RawWorkbook().Sheet(Table).ToBytes().Take(1500)],
        },
        new("only-a-zip.xlsx", "a zip file of csv files") { Refused = "The file is an archive", Make = () => Zip("scores.csv") },
        new("text-document.xlsx", "a Word document renamed")
        {
            Refused = "The file is a text document",
            Make = () => Zip("[Content_Types].xml", "word/document.xml"),
        },
        new("binary-workbook.xlsx", "an .xlsb renamed")
        {
            Refused = "The file is a binary workbook",
            Make = () => Zip("[Content_Types].xml", "xl/workbook.bin"),
        },
        new("empty.xlsx", "a workbook with an empty sheet") { Refused = "The sheet is empty.", Make = new RawWorkbook().Sheet("").ToBytes0 },
    ];

    private static CorpusCase Taken(string file, string why, RawWorkbook workbook) => new(file, why) { Rows = Usual, Make = workbook.ToBytes0 };

    private static RawWorkbook TwoSheets() => new RawWorkbook().Sheet(Header + Row(2, "E1", "ผู้อื่น", 1, 1, 1), "รอบ 1").Sheet(Table, "รอบ 2");

    private static byte[] ToBytes0(this RawWorkbook workbook) => workbook.ToBytes();

    private static string Shared(int index) => $"<c t=\"s\"><v>{index}</v></c>";

    private static string Styled(int style, string value) => $"<c s=\"{style}\"><v>{value}</v></c>";

    // The same rows some rows further down.
    private static string Shifted(string rows, int by) => System.Text.RegularExpressions.Regex.Replace(
        rows,
        "(?<=r=\"[A-Z]?)[0-9]+",
        match => $"{int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture) + by}",
        System.Text.RegularExpressions.RegexOptions.None,
        TimeSpan.FromSeconds(1));

    private static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write("x"u8);
            }
        }
        return file.ToArray();
    }
}
