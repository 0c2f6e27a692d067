using System.Text;
using AwardFlow.Intake;
using static AwardFlow.Tests.Corpus.CorpusCase;

namespace AwardFlow.Tests.Corpus;

/// <summary>The lists of entries of the corpus, and files of other kinds.</summary>
internal static class EntryFiles
{
    private const string Header = "entry_code,project,organisation,addressee,saraban_email,province";

    public static IEnumerable<CorpusCase> Cases =>
    [
        Entries("entries-utf8.csv", "a list of entries", Header) with { Rows = UsualEntries },
        Entries("entries-thai.csv", "Thai names of columns", "รหัสผลงาน,ผลงาน,หน่วยงาน,เรียน,ไปรษณีย์อิเล็กทรอนิกส์กลาง,จังหวัด") with { Rows = UsualEntries },
        Entries("entries-not-saraban.csv", "an address that does not begin with saraban", Header, "LG-009,w,o,a,contact@a.example,") with
        {
            Rows = ["LG-009,w,o,a,contact@a.example,"],
            Warnings = ["2 saraban_email 'contact@a.example': does not begin with 'saraban'"],
        },
        Entries("entries-thai-domain.csv", "an address with a Thai domain", Header, "LG-009,w,o,a,saraban@ลำใหม่.ไทย,") with
        {
            Rows = ["LG-009,w,o,a,saraban@xn--y3chs1a9f6a4a.xn--o3cw4h,"],
            Warnings = ["2 saraban_email 'saraban@ลำใหม่.ไทย': has a domain outside ASCII; mail goes to saraban@xn--y3chs1a9f6a4a.xn--o3cw4h"],
        },
        Entries("entries-header-injection.csv", "addresses that would smuggle headers, lists or names", Header,
            "E1,w,o,a,\"saraban@a.example\nBcc: x@y.example\",", "E2,w,o,a,\"saraban@a.example,x@y.example\",",
            "E3,w,o,a,Desk <saraban@a.example>,", "E4,w,o,a,saraban@localhost,", "E5,w,o,a,sara..ban@a.example,") with
        {
            Problems =
            [
                "2 saraban_email 'saraban@a.example\nBcc: x@y.example': is not an e-mail address such as saraban@example.go.th: it holds a line break or another control character",
                "3 saraban_email 'saraban@a.example,x@y.example': is not an e-mail address such as saraban@example.go.th: there must be one address alone, without a name",
                "4 saraban_email 'Desk <saraban@a.example>': is not an e-mail address such as saraban@example.go.th: there must be one address alone, without a name",
                "5 saraban_email 'saraban@localhost': is not an e-mail address such as saraban@example.go.th: 'localhost' after the @ is not the name of a mail domain",
                "6 saraban_email 'sara..ban@a.example': is not an e-mail address such as saraban@example.go.th: 'sara..ban' before the @ must be 1 to 64 Latin letters, digits and signs such as '.', '_' and '-', with no dot at its ends or after a dot",
            ],
        },
        Entries(
            "entries-code-twice.csv",
            "a code that stands twice, once in Thai digits",
            Header,
            "LG-1,w,o,a,saraban@a.example,",
            "lg-๑,w,o,a,saraban@a.example,") with
        {
            Problems = ["3 entry_code 'lg-๑': stands in row 2 too"],
        },
        Entries("entries-path-codes.csv", "codes that would name other files", Header, "../x,w,o,a,saraban@a.example,", ".hidden,w,o,a,saraban@a.example,") with
        {
            Problems =
            [
                "2 entry_code '../x': must be 1 to 60 letters, digits, '-', '_' or '.', beginning with a letter or digit",
                "3 entry_code '.hidden': must be 1 to 60 letters, digits, '-', '_' or '.', beginning with a letter or digit",
            ],
        },
        Entries("entries-blank-cells.csv", "blank cells where texts must be", Header, "LG-1,,o,-,saraban@a.example,") with
        {
            Problems = ["2 project '': must not be blank", "2 addressee '-': must not be blank"],
        },
        new("scores-as-entries.csv", "a score sheet sent as a list of entries")
        {
            Kind = UploadKind.Entries,
            Problems =
            [
                "1 project '': the column is missing; name it 'project' or 'ผลงาน'",
                "1 organisation '': the column is missing; name it 'organisation' or 'หน่วยงาน'",
                "1 addressee '': the column is missing; name it 'addressee' or 'เรียน'",
                "1 saraban_email '': the column is missing; name it 'saraban_email' or 'ไปรษณีย์อิเล็กทรอนิกส์กลาง'",
                "1 province '': the column is missing; name it 'province' or 'จังหวัด'",
            ],
            Make = () => "entry_code,judge,A,B,C\nE1,x,1,1,1"u8.ToArray(),
        },
        Other("pdf-named-xlsx.xlsx", "a PDF, whatever its name says", "The file is a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8),
        Other("png-named-csv.csv", "a picture", "The file is a picture", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0]),
        Other("rich-text.csv", "a text document", "The file is a text document", "{\\rtf1\\ansi}"u8),
        Other(
            "web-page.xls",
            "a web page that an office's program names .xls",
            "The file is a web page",
            "\r\n<html><table><tr><td>entry_code</td></tr></table></html>"u8),
        Other("gzip.csv", "an archive", "The file is an archive", [0x1f, 0x8b, 8, 0]),
        Other(
            "password.xlsx",
            "a workbook with a password",
            "The workbook has a password",
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
    ];

    private static CorpusCase Entries(string file, string why, string header, params string[] rows) => new(file, why)
    {
        Kind = UploadKind.Entries,
        Make = () => Encoding.UTF8.GetBytes(string.Join('\n', (string[])[header, .. rows.Length == 0 ? UsualEntries : rows])),
    };

    private static CorpusCase Other(string file, string why, string refused, ReadOnlySpan<byte> bytes)
    {
        var content = bytes.ToArray();
        return new CorpusCase(file, why) { Refused = refused, Make = () => content };
    }
}
