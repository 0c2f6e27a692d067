using AwardFlow.Intake;

namespace AwardFlow.Tests.Corpus;

/// <summary>
/// More of the kinds of <see cref="OfficeFiles"/>, in other cells and forms: by hand, by SheetJS (sheetjs-), exceljs (exceljs-)
/// and LibreOffice (lo-).
/// </summary>
internal static class SiblingFiles
{
    private static readonly UploadOptions AllSheets = new() { Sheet = UploadOptions.AllSheets };

    public static IEnumerable<CorpusCase> Cases =>
    [
        new("blank-headers-shift.csv", "decimal commas that push a score under a header without a name")
        {
            Context = OfficeCycle.Context,
            Problems = ["2  'LG-001': has 7 fields, but the header has 5: a comma too"],
        },
        new("blank-headers-comment-shift.csv", "the same with a suggestion behind")
        {
            Context = OfficeCycle.Context,
            Problems = ["2  'LG-001': has 8 fields, but the header has 6: a comma too"],
        },
        new("lone-number-comment.csv", "a suggestion that is a number, beside one in words")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20,30", "LG-001,นาย ก ข,k2,5,", "LG-001,นาย ก ข,k3,10,",
                "LG-002,นาย ก ข,k1,20,ดีมาก", "LG-002,นาย ก ข,k2,10,", "LG-002,นาย ก ข,k3,30,",
            ],
            Warnings = ["2 comment '30': is a number alone, taken as a suggestion; lo"],
        },
        new("percent-and-dates.csv", "percentages and dates as texts")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "2 k1 '85%': is shown as a percentage, so it is not clear how",
                "3 k1 '1-ก.พ.': is a date: the spreadsheet took what was type",
                "3 k3 '8-Oct': is a date: the spreadsheet took what was typed",
            ],
        },
        new("judge-average.csv", "an entry's average where judges stand")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,",
                "LG-001,นาย ค ง,k1,22,", "LG-001,นาย ค ง,k2,10,", "LG-001,นาย ค ง,k3,30,",
            ],
            PassedOver = ["4 'LG-001': a row of totals or averages, passed over"],
        },
        new("long-total.csv", "a total where criteria stand")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,"],
            PassedOver = ["4 'LG-001': a row of totals or averages, passed over"],
        },
        new("question-marks-short.csv", "short names lost in saving")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 judge '? ?': is question marks: the Thai was lost when the", "3 judge '?': has no letter or digit in it; type the text"],
        },
        new("zero-comments.csv", "look-ups of blank suggestions, which give 0")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20.5,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,",
                "LG-002,นาย ก ข,k1,20,", "LG-002,นาย ก ข,k2,10,", "LG-002,นาย ก ข,k3,30,",
            ],
            Warnings = ["2 comment '0': is 0, as a formula gives for a blank cell; it", "3 comment '0': is 0, as a formula gives for a blank cell; it"],
        },
        new("zeros-at-the-end.csv", "a file filled up with zeros")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
        },
        new("zero-inside.csv", "a zero inside a name") { Context = OfficeCycle.Context, Refused = "The file is neither a workbook nor text " },
        new("separator-line.csv", "Excel's line that names the separator")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20.5,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30.25,"],
            Warnings = ["2 k1 '20,5': has a decimal comma, as 2 scores of this file d"],
        },
        new("errors-in-other-languages.csv", "errors as French and German spreadsheets write them")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 comment '#NOM?': holds the error #NOM?; correct the formul", "3 judge '#BEZUG!': holds the error #BEZUG!; correct the form"],
        },
        new("escaped-thai.csv", "Thai as entities and as in a link")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "2 judge '&#3609;&#3634;&#3618; &#3585;': is Thai that was read in a wrong", "3 comment '%E0%B8%94%E0%B8%B5': is Thai that was read in a wrong",
            ],
        },
        new("decorated-headers.csv", "headers with numbers before and maxima behind")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
        },
        new("nameless-column.csv", "a column without a name")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
            Warnings = ["2 D '5': stands in a column without a name; nothing of that"],
        },
        new("surname-first.csv", "a judge with the surname first")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,\"ใจดี, สมชาย\",k1,20,", "LG-001,\"ใจดี, สมชาย\",k2,10,", "LG-001,\"ใจดี, สมชาย\",k3,30,",
                "LG-002,สมชาย ใจดี,k1,20,", "LG-002,สมชาย ใจดี,k2,10,", "LG-002,สมชาย ใจดี,k3,30,",
            ],
            Warnings = ["3 judge 'สมชาย ใจดี': is a judge who was not seen before, sp"],
        },
        new("entries-addresses.csv", "addresses in brackets and with what followed them in a list")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows =
            [
                "LG-001,โครงการ 1,เทศบาล 1,นายก 1,saraban1@example.go.th,ตาก,812345678",
                "LG-002,โครงการ 2,เทศบาล 2,นายก 2,saraban2@example.go.th,ตาก,",
                "LG-003,โครงการ 3,เทศบาล 3,นายก 3,saraban3@example.go.th,ตาก,055-512345",
            ],
            Warnings = ["2 phone '812345678': does not begin with 0, which spreadshee", "3 phone '0': is 0, as a formula gives for a blank cell; it w"],
        },
        new("entries-dates-as-codes.csv", "codes that became dates of other forms")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 entry_code '8-Sept': is a date: the spreadsheet took the c",
                "4 entry_code '1/2/2564': is a date: the spreadsheet took the",
                "5 entry_code '1.20E+05': must be 1 to 60 letters, digits, '-",
            ],
        },
        new("entries-nothing-in-names.csv", "0, ? and dots where names must be")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 entry_code '0': is a number alone, as a formula gives for",
                "3 project '?': has no letter or digit in it; type the text",
                "3 addressee '-': must not be blank",
                "3 province '...': has no letter or digit in it; type the text",
            ],
        },
        new("entries-decorated-headers.csv", "numbered headers with hints in brackets")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ,เทศบาล 1,นายก,saraban1@example.go.th,ตาก,0812345678"],
        },
        new("entries-footer.csv", "a count and who made the list, below it")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ 1,เทศบาล 1,นายก 1,saraban1@example.go.th,ตาก"],
            PassedOver = ["3 'รวม 1 ผลงาน': a row of totals or averages, passed over", "4 'ผู้จัดทำ นายสมชาย': a signature, passed over"],
        },
        new("sheetjs-text-format.xlsx", "a format that writes words before a text")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ,เทศบาลตำบลลำใหม่,นายกเทศมนตรีตำบลลำใหม่,saraban1@example.go.th,ตาก,0812345678"],
        },
        new("sheetjs-literal-percent.xlsx", "a percent sign that is only written")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '20': is shown as a percentage, so it is not clear how"],
        },
        new("sheetjs-literal-comma.xlsx", "25 shown as 2,5")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '25': is shown as '2,5', which is another number than t"],
        },
        new("sheetjs-shifted-comment.xlsx", "a shifted csv that was saved as a workbook")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 G 'ดี': stands right of the table's last column: a decimal"],
        },
        new("sheetjs-shifted-score.xlsx", "the same, with a score beyond the table")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 F '30': stands right of the table's last column: a decimal"],
        },
        new("sheetjs-nameless-total.xlsx", "totals in a column without a name")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,",
                "LG-002,นาย ก ข,k1,20,", "LG-002,นาย ก ข,k2,10,", "LG-002,นาย ก ข,k3,30,",
            ],
            Warnings = ["2 F '60': stands in a column without a name; nothing of that"],
        },
        new("sheetjs-day-20.xlsx", "20 shown as 20 January")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '1900-01-20': is a date: the spreadsheet took what was"],
        },
        new("sheetjs-truth.xlsx", "TRUE where a name must be")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 judge 'TRUE': is TRUE or FALSE, as a formula gives for a c"],
        },
        new("exceljs-1904.xlsx", "days counted from 1904")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '2021-10-08': is a date: the spreadsheet took what was"],
        },
        new("exceljs-empty-formula.xlsx", "a formula whose value is a blank text")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
        },
        new("exceljs-hidden-columns.xlsx", "judge and suggestion in hidden columns")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ลับ", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
            Warnings = ["1 judge 'judge': the column is hidden in the sheet; what sta", "1 comment 'comment': the column is hidden in the sheet; what"],
        },
        new("exceljs-struck-judge.xlsx", "a judge half struck out")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 judge 'นายสมชาย นายสมหญิง': is partly struck out, so it is n"],
        },
        new("exceljs-white-on-white.xlsx", "a score written in white")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
            Warnings = ["2 k1 '20': is not shown in the sheet because the cell is for"],
        },
        new("exceljs-merged-comment.xlsx", "a suggestion merged over two entries")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,",
                "LG-002,นาย ก ข,k1,20,", "LG-002,นาย ก ข,k2,10,", "LG-002,นาย ก ข,k3,30,",
            ],
            Warnings = ["3 comment 'ดี': is merged over this row; it was taken for th"],
        },
        new("exceljs-merged-organisation.xlsx", "an organisation merged over its criteria and their sum")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,"],
            PassedOver = ["4 'รวม': a row of totals or averages, passed over"],
        },
        new("sheetjs-average-per-entry.xlsx", "an entry merged over its judges and their average")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,",
                "LG-001,นาย ค ง,k1,22,", "LG-001,นาย ค ง,k2,10,", "LG-001,นาย ค ง,k3,30,",
            ],
            PassedOver = ["4 'ค่าเฉลี่ย': a row of totals or averages, passed over"],
        },
        new("sheetjs-grouped-header.xlsx", "a header of three rows")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
        },
        new("sheetjs-long-thai.xlsx", "long form under other names of columns")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10,"],
        },
        new("sheetjs-judge-beside.xlsx", "the judge's name some cells right of its label")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นางสาวสมหญิง ดีใจ,k1,20,", "LG-001,นางสาวสมหญิง ดีใจ,k2,10,", "LG-001,นางสาวสมหญิง ดีใจ,k3,30,"],
            Warnings = ["2 judge 'นางสาวสมหญิง ดีใจ': has no column in the sheet; all"],
        },
        new("sheetjs-sheet-copy.xlsx", "a sheet's name that is no judge's")
        {
            Context = OfficeCycle.Context,
            Problems = ["1 judge '': the column is missing; name it 'judge' or 'กรรมการ'"],
        },
        new("sheetjs-footer.xlsx", "a count, a check and dates below the table")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,", "LG-001,นาย ก ข,k2,10,", "LG-001,นาย ก ข,k3,30,"],
            PassedOver =
            [
                "4 'รวมทั้งสิ้น': a row of totals or averages, passed over",
                "5 'ผู้ตรวจสอบ นายใคร': a signature, passed over",
                "6 'ข้อมูล ณ วันที่ 1 ต.ค. 2564': a note, passed over",
                "7 'พิมพ์เมื่อ 1/10/2564': a note, passed over",
            ],
        },
        new("lo-dash.xlsx", "zeros as dashes, by two formats")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10.456,", "LG-002,นาย ก ข,k1,20,", "LG-002,นาย ก ข,k2,10,"],
            Warnings =
            [
                "2 k2 '10.456': is shown as 10.46 because the cell is formatt",
                "2 k3 '0': is shown as a dash (-) but holds 0; it was taken a",
                "3 k3 '0': is shown as a dash (-) but holds 0; it was taken a",
            ],
        },
        new("lo-dash.csv", "the same saved as csv")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก ข,k1,20,ดี", "LG-001,นาย ก ข,k2,10.46,", "LG-002,นาย ก ข,k1,20,", "LG-002,นาย ก ข,k2,10,"],
            Warnings = ["2 k3 '-': is a dash in a file whose numbers are written as a", "3 k3 '-': is a dash in a file whose numbers are written as a"],
        },
        new("sheetjs-first-name.xlsx", "a first name alone")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,สมชาย ใจดี,k1,20,", "LG-001,สมชาย ใจดี,k2,10,", "LG-001,สมชาย ใจดี,k3,30,",
                "LG-002,สมชาย,k1,20,", "LG-002,สมชาย,k2,10,", "LG-002,สมชาย,k3,30,",
            ],
            Warnings = ["3 judge 'สมชาย': is a judge who was not seen before, spelled"],
        },
        new("sheetjs-judges-sheets-all.xlsx", "a sheet a judge, with a summary and instructions beside")
        {
            Context = OfficeCycle.Context,
            Options = AllSheets,
            Rows =
            [
                "LG-001,สมชาย ใจดี,k1,20,", "LG-001,สมชาย ใจดี,k2,10,", "LG-001,สมชาย ใจดี,k3,30,",
                "LG-001,สมหญิง ดีใจ,k1,20,", "LG-001,สมหญิง ดีใจ,k2,10,", "LG-001,สมหญิง ดีใจ,k3,30,",
            ],
            Warnings = ["1 judge 'สมชาย ใจดี': has no column in the sheet; all of it", "1 judge 'สมหญิง ดีใจ': has no column in the sheet; all of it"],
            PassedOver =
            [
                "0 'สรุป': another sheet of the workbook, without such a header, passed over",
                "0 'คำชี้แจง': another sheet of the workbook, without such a header, passed over",
            ],
        },
    ];
}
