using System.Text;
using static AwardFlow.Tests.Corpus.CorpusCase;

namespace AwardFlow.Tests.Corpus;

/// <summary>The csv and tsv files of the corpus.</summary>
internal static class TextFiles
{
    private const string Header = "entry_code,judge,A,B,C,comment";
    private const string One = "E1,สมชาย ใจดี,45.5,30,0,ควรขยายผล";
    private const string Two = "E2,สมชาย ใจดี,12.25,7,-,";
    private const string Long = "entry_code,judge,criterion,score,comment";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string Wide = string.Join('\n', Header, One, Two);

    public static IEnumerable<CorpusCase> Cases =>
    [
        Taken("comma-utf8.csv", "UTF-8 without a mark", Wide),
        new("comma-utf8-bom.csv", "UTF-8 with a mark, Excel's 'CSV UTF-8'") { Rows = Usual, Make = () => [0xef, 0xbb, 0xbf, .. Utf8.GetBytes(Wide)] },
        Taken("crlf.csv", "Windows line breaks, and one at the end", Wide.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"),
        Taken("semicolon.csv", "semicolons, as Excel writes where the comma is the decimal sign", Wide.Replace(',', ';')),
        Taken("tab.tsv", "tabs", Wide.Replace(',', '\t')),
        new("utf16le-bom.txt", "Excel's 'Unicode Text'") { Rows = Usual, Make = () => [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Wide.Replace(',', '\t'))] },
        new("utf16be-bom.csv", "UTF-16, big end first") { Rows = Usual, Make = () => [0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(Wide)] },
        new("utf16le.csv", "UTF-16 without a mark") { Rows = Usual, Make = () => Encoding.Unicode.GetBytes(Wide) },
        new("windows-874.csv", "Excel's plain 'CSV' on a Thai Windows") { Rows = Usual, Make = () => Thai(Wide) },
        new("tis-620-tab.txt", "TIS-620 with tabs") { Rows = Usual, Make = () => Thai(Wide.Replace(',', '\t')) },
        new("windows-874-punctuation.csv", "Windows-874 with its dashes and quotation marks")
        {
            Rows = [.. Usual.Select(row => row.Replace("ควรขยายผล", "“ดี” – มาก…", StringComparison.Ordinal))],
            Make = () => Thai(Wide.Replace("ควรขยายผล", "“ดี” – มาก…", StringComparison.Ordinal)),
        },
        new("western-europe.csv", "Windows-1252, which no Thai office writes")
        {
            Refused = "The file is neither",
            Make = () => Encoding.Latin1.GetBytes($"{Header}\nE1,José Müller,1,1,1,très élégant\n"),
        },
        new("noise.bin", "bytes of no meaning")
        {
            Refused = "The file is neither",
            Make = () => [.. Enumerable.Range(0, 400).Select(i => (byte)(i * 37 % 251 + 1))],
        },
        new("quoted-line-break.csv", "a line break and quotation marks in a cell")
        {
            Rows = ["E1,สมชาย ใจดี,A,45.5,\"ควร\n\"\"ขยายผล\"\"\"", .. Usual.Skip(1)],
            Make = () => Utf8.GetBytes(Wide.Replace("ควรขยายผล", "\"ควร\n\"\"ขยายผล\"\"\"", StringComparison.Ordinal)),
        },
        new("unclosed-quote.csv", "a quotation mark that never closes")
        {
            Refused = "Row 2 of the csv file cannot be read",
            Make = () => Utf8.GetBytes($"{Header}\nE1,\"สมชาย,45.5\n{Two}\n"),
        },
        Taken("titles-above.csv", "titles with commas above the header", $"แบบกรอกคะแนน, ประจำปี, 2564;รอบที่ 1,,,\n\n{Wide}"),
        Taken(
            "semicolon-titles.csv",
            "titles with commas above a table with semicolons",
            $"แบบกรอกคะแนน, ประจำปี, 2564\nลับ, ห้ามเผยแพร่, a, b, c, d\n{Wide.Replace(',', ';')}"),
        Taken("blank-rows.csv", "blank rows between and below", $"\n{Header}\n,,,,,\n{One}\n\n{Two}\n,,,,,\n"),
        Taken(
            "long-form.csv",
            "a row a score",
            $"{Long}\nE1,สมชาย ใจดี,A,45.5,ควรขยายผล\nE1,สมชาย ใจดี,B,30,\nE1,สมชาย ใจดี,C,0,\nE2,สมชาย ใจดี,A,12.25,\nE2,สมชาย ใจดี,B,7,-\nE2,สมชาย ใจดี,C,,"),
        Taken(
            "thai-headers.csv",
            "Thai names of columns, in another order",
            "กรรมการ,เกณฑ์,ข้อเสนอแนะ,รหัสผลงาน,คะแนน\nสมชาย ใจดี,A,ควรขยายผล,E1,45.5\nสมชาย ใจดี,B,,E1,30\nสมชาย ใจดี,C,,E1,0\nสมชาย ใจดี,A,,E2,12.25\nสมชาย ใจดี,B,,E2,7"),
        Taken(
            "thai-digits.csv",
            "Thai digits in codes and scores",
            "รหัสผลงาน,กรรมการ,A,B,C,ข้อเสนอแนะ\nE๑,สมชาย ใจดี,๔๕.๕,๓๐,๐,ควรขยายผล\nE๒,สมชาย ใจดี,๑๒.๒๕,๗,,"),
        Taken(
            "header-typed-otherwise.csv",
            "a header with capitals, spaces, เเ for แ and doubled marks",
            "Entry Code,กรรมการ,เกณฑ์์,คะเเนน,ข้้อเสนอเเนะ\nE1,สมชาย ใจดี,A,45.5,ควรขยายผล\nE1,สมชาย ใจดี,B,30,\nE1,สมชาย ใจดี,C,0,\nE2,สมชาย ใจดี,A,12.25,\nE2,สมชาย ใจดี,B,7,"),
        Taken(
            "invisible-characters.csv",
            "no-break and zero-width spaces, tabs and a mark in the middle",
            "entry_code,judge,A,B,C,comment\nE1\u200b, สมชาย\u00a0ใจดี ,\u00a045.5 ,30\u200b,0,ควรขยายผล\n\ufeffE2,สมชาย \u200bใจดี\u200d, 12.25,\"7\t\",\u00a0-\u00a0,\u200b"),
        Taken("dashes.csv", "dashes of every length are no scores", $"{Header}\n{One}\nE2,สมชาย ใจดี,12.25,7,–,—\nLG-007,สมชาย ใจดี,−,-,—,"),
        new("decimal-comma.csv", "a decimal comma throughout, as the other cells show")
        {
            Rows = Usual,
            Warnings = ["2 A '45,5': has a decimal comma, as 2 scores of this file do; '45,5' was read as 45.5"],
            Make = () => Utf8.GetBytes($"{Header.Replace(',', ';')}\nE1;สมชาย ใจดี;45,5;30;0;ควรขยายผล\nE2;สมชาย ใจดี;12,25;7;;"),
        },
        new("one-comma.csv", "one comma alone shows nothing")
        {
            Problems = ["2 A '45,5': is not a number; if the comma stands before the decimals, write 45.5"],
            Make = () => Utf8.GetBytes($"{Header.Replace(',', ';')}\nE1;สมชาย ใจดี;45,5;30;0;\nE2;สมชาย ใจดี;12;7;;"),
        },
        new("commas-and-points.csv", "commas beside points are no decimal commas")
        {
            Problems =
            [
                "2 A '45,5': is not a number; if the comma stands before the decimals, write 45.5",
                "3 A '12,25': is not a number; if the comma stands before the decimals, write 12.25",
            ],
            Make = () => Utf8.GetBytes($"{Header.Replace(',', ';')}\nE1;สมชาย ใจดี;45,5;30;0.5;\nE2;สมชาย ใจดี;12,25;7;;"),
        },
        new("sara-am-both-ways.csv", "one judge whose ำ is typed as one character, as two, and after its tone")
        {
            Rows = ["E1,น้ำฝน อำไพ,A,1,", "E1,น้ำฝน อำไพ,B,1,", "E1,น้ำฝน อำไพ,C,1,", "E2,น้ำฝน อำไพ,A,2,"],
            Make = () => Utf8.GetBytes(
                $"{Long}\nE1,น้ำฝน อำไพ,A,1,\nE1,น\u0e49\u0e4d\u0e32ฝน อ\u0e4d\u0e32ไพ,B,1,\nE1,น\u0e4d\u0e49\u0e32ฝน อำไพ,C,1,\nE2,น้\u0e49ำฝน  อำไพ,A,2,"),
        },
        new("combining-accents.csv", "one judge in both Unicode forms")
        {
            Problems = ["3 A '2': judge 'José' scored entry E1 for criterion A in row 2 too"],
            Make = () => Utf8.GetBytes($"{Header}\nE1,José,1,,,\nE1,Jose\u0301,2,,,"),
        },
        new("near-miss.csv", "O for 0, l for 1, a missing dash, another number")
        {
            Problems =
            [
                "2 entry_code 'LG-0O7': is not an entry of this cycle; did you mean 'LG-007'?",
                "3 entry_code 'LG-0l2': is not an entry of this cycle; did you mean 'LG-012'?",
                "4 entry_code 'LG7': is not an entry of this cycle; did you mean 'LG-007'?", "5 entry_code 'LG-008': is not an entry of this cycle",
            ],
            Make = () => Utf8.GetBytes($"{Header}\nLG-0O7,ก,1,1,1,\nLG-0l2,ก,1,1,1,\nLG7,ก,1,1,1,\nLG-008,ก,1,1,1,"),
        },
        new("near-miss-column.csv", "a column misspelled")
        {
            Problems = ["1 entry_code '': the column is missing; name it 'entry_code' or 'รหัสผลงาน'; did you mean 'entry_cod'?"],
            Make = () => Utf8.GetBytes("entry_cod,judge,A,B,C\nE1,ก,1,1,1"),
        },
        new("criterion-without-column.csv", "a wide sheet without a column for each criterion")
        {
            Problems = ["1 C '': the column is missing; a sheet has a column for each criterion, or the columns 'criterion' and 'score'"],
            Make = () => Utf8.GetBytes("entry_code,judge,A,B\nE1,ก,1,1"),
        },
        new("column-twice.csv", "one column twice, in both languages")
        {
            Problems = ["1 กรรมการ 'กรรมการ': stands in two columns; keep one 'judge'"],
            Make = () => Utf8.GetBytes("entry_code,judge,กรรมการ,A,B,C\nE1,ก,ข,1,1,1"),
        },
        new("every-wrong-score.csv", "all that is no score, each with what would be right")
        {
            Problems =
            [
                "2 A '50.01': is not from 0 to 50, the maximum of criterion A",
                "2 B '-1': is not from 0 to 30, the maximum of criterion B", "2 C '1e1': is not a number",
                "3 A 'ดีมาก': is not a number", "3 B '1.2.3': is not a number", "3 C '20/30': is not a number",
            ],
            Make = () => Utf8.GetBytes($"{Header}\nE1,ก,50.01,-1,1e1,\nE2,ก,ดีมาก,1.2.3,20/30,"),
        },
        new("scored-twice.csv", "one judge twice for one entry")
        {
            Problems = ["3 A '3': judge 'ก' scored entry E1 for criterion A in row 2 too"],
            Make = () => Utf8.GetBytes($"{Header}\nE1,ก,1,1,1,\ne1,ก,3,,,"),
        },
        new("total-row.csv", "a row of totals below the table")
        {
            Rows = ["E1,ก,A,1,", "E1,ก,B,1,", "E1,ก,C,1,"],
            PassedOver = ["3 'รวม': a row of totals or averages, passed over"],
            Make = () => Utf8.GetBytes($"{Header}\nE1,ก,1,1,1,\nรวม,,1,1,1,"),
        },
        new("other-organisation.csv", "a code beside another entry's organisation, as after sorting one column alone")
        {
            Rows = ["E1,ก,A,1,", "E1,ก,B,1,", "E1,ก,C,1,"],
            Warnings = ["2 หน่วยงาน 'เทศบาลตำบลที่ E2': is not the organisation of entry E1"],
            Make = () => Utf8.GetBytes("entry_code,หน่วยงาน,judge,A,B,C\nE1,เทศบาลตำบลที่ E2,ก,1,1,1"),
        },
        new("one-judge-two-spellings.csv", "one judge with a title and without")
        {
            Rows = ["E1,นายสมชาย ใจดี,A,1,", "E2,นายสมชาย ใจดี,A,2,"],
            Make = () => Utf8.GetBytes($"{Header}\nE1,นายสมชาย ใจดี,1,,,\nE2,สมชาย ใจดี,2,,,"),
        },
        new("empty.csv", "nothing at all") { Refused = "The sheet is empty.", Make = () => [] },
        new("header-only.csv", "a header alone") { Refused = "The sheet has no scores.", Make = () => Utf8.GetBytes(Header) },
        new("blank-scores.csv", "a template that nobody filled in")
        {
            Refused = "The sheet has no scores.",
            Make = () => Utf8.GetBytes($"{Header}\nE1,สมชาย ใจดี,,,,\nE2,สมชาย ใจดี,,-,,"),
        },
    ];

    private static CorpusCase Taken(string file, string why, string text) => new(file, why) { Rows = Usual, Make = () => Utf8.GetBytes(text) };

    private static byte[] Thai(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(874, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text);
    }
}
