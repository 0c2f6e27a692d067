namespace AwardFlow.Tests.Corpus;

/// <summary>Files that LibreOffice (lo-), SheetJS and exceljs wrote, and some made by hand: what is shown, how tables stand, and who is meant.</summary>
internal static class ProducerFiles
{
    public static IEnumerable<CorpusCase> Cases =>
    [
        new("mojibake.csv", "UTF-8 read as Windows-1252 and saved")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 judge 'à¸ªà¸¡à¸€à¸²à¸¢': is Thai that was read in a wrong encoding"],
        },
        new("sheetjs-nobody.xlsx", "nobody says who scored") { Context = OfficeCycle.Context, Problems = ["1 judge '': the column is missing"] },
        new("sheetjs-near-names.xlsx", "two names a letter apart")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,สมชาย รักชาติ,k1,20,", "LG-001,สมชาย รักชาติ,k2,10,", "LG-001,สมชาย รักชาติ,k3,30,",
                "LG-002,สมชัย รักชาติ,k1,20,", "LG-002,สมชัย รักชาติ,k2,10,", "LG-002,สมชัย รักชาติ,k3,30,",
            ],
            Warnings = ["3 judge 'สมชัย รักชาติ': is a judge who was not seen before, spelled much like 'สมชาย รักชาติ'"],
        },
        new("sheetjs-titles.xlsx", "one judge with a rank and with a part")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,พล.ต.ท. ดร.สมชาย ใจดี,k1,20,", "LG-001,พล.ต.ท. ดร.สมชาย ใจดี,k2,10,", "LG-001,พล.ต.ท. ดร.สมชาย ใจดี,k3,30,",
                "LG-002,พล.ต.ท. ดร.สมชาย ใจดี,k1,20,", "LG-002,พล.ต.ท. ดร.สมชาย ใจดี,k2,10,", "LG-002,พล.ต.ท. ดร.สมชาย ใจดี,k3,30,",
            ],
        },
        new("exceljs-declared-totals.xlsx", "a table's declared row of totals")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก,k1,20,", "LG-001,นาย ก,k2,10,", "LG-001,นาย ก,k3,30,"],
            PassedOver = ["5 'ยอด': a row of totals or averages, passed over"],
        },
        new("short-row.csv", "a row that ends too early") { Context = OfficeCycle.Context, Problems = ["2  'LG-001': has 4 fields, but the header has 5"] },
        new("trailing-comma.csv", "a comma at the end of each row")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,ก ข,k1,20,", "LG-001,ก ข,k2,10,", "LG-001,ก ข,k3,30,", "LG-002,ก ข,k1,20,", "LG-002,ก ข,k2,10,", "LG-002,ก ข,k3,30,"],
            Warnings = ["2  'LG-001': the rows have more fields than the header, all blank"],
        },
        new("lone-number-comments.csv", "decimal commas that push the last score into the comment")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "2 comment '30': is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma",
                "3 comment '40': is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma",
            ],
        },
        new("lo-judge-above.xlsx", "the judge above, an average and a signature below")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
            Warnings = ["2 judge 'นายสมชาย ใจดี': has no column in the sheet"],
            PassedOver = ["4 'เฉลี่ย': a row of totals or averages, passed over", "6 'ลงชื่อ': a signature, passed over"],
        },
        new("lo-merged-judge.xlsx", "a merged judge")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,",
                "LG-002,กรรมการ ก,k1,20,", "LG-002,กรรมการ ก,k2,10,", "LG-002,กรรมการ ก,k3,30,",
            ],
        },
        new("sheetjs-three-row-header.xlsx", "a header of two rows and a row of maxima")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก,k1,20,ดี", "LG-001,นาย ก,k2,10,", "LG-001,นาย ก,k3,30,"],
            PassedOver = ["3 '(30)': the row of maxima, passed over"],
        },
        new("sheetjs-merged-entry-long.xlsx", "entry and judge merged in long form")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,", "LG-002,กรรมการ ก,k1,5,"],
        },
        new("sheetjs-offset-table.xlsx", "a table away from the corner, numbered, with maxima and totals")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก,k1,20,", "LG-001,นาย ก,k2,10,", "LG-001,นาย ก,k3,30,", "LG-002,นาย ก,k1,20,", "LG-002,นาย ก,k2,10,", "LG-002,นาย ก,k3,30,"],
            PassedOver = ["7 'รวมทั้งสิ้น': a row of totals or averages, passed over"],
        },
        new("sheetjs-header-again.xlsx", "the header again on the next page, and signatures")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นาย ก,k1,20,", "LG-001,นาย ก,k2,10,", "LG-001,นาย ก,k3,30,", "LG-002,นาย ก,k1,20,", "LG-002,นาย ก,k2,10,", "LG-002,นาย ก,k3,30,"],
            PassedOver =
            [
                "3 'รหัสผลงาน': the header again, passed over",
                "5 'ผู้ให้คะแนน ........': a signature, passed over",
                "6 '(นาย ก)': a signature, passed over",
                "7 'ประธานกรรมการ': a signature, passed over",
            ],
        },
        new("exceljs-accounting.xlsx", "the accounting format of exceljs")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k2,10.456,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '0': is shown as a dash (-) but holds 0", "2 k2 '10.456': is shown as 10.46 because the cell is formatted so"],
        },
        new("exceljs-struck-comment.xlsx", "a wholly struck suggestion")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 ข้อเสนอแนะ 'ทั้งหมด ถูกขีด': is struck out"],
        },
        new("lo-partly-struck.xlsx", "a struck 8 before a 9")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '89': is partly struck out, so it is not clear what is meant"],
        },
        new("lo-thai-lost.csv", "a csv that LibreOffice saved without Thai")
        {
            Context = OfficeCycle.Context,
            Problems = ["1 entry_code '': is question marks", "1 judge '': is question marks"],
        },
        new("lo-points-in-words.xlsx", "a format with the word for points")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20.5,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
        },
        new("sheetjs-hidden-column.xlsx", "a hidden column")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["1 k2 'k2': the column is hidden in the sheet"],
        },
        new("sheetjs-zero-percent.xlsx", "a percentage for zero alone")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '0': is shown as a percentage, so it is not clear how many points are meant"],
        },
        new("sheetjs-shown-in-thousands.xlsx", "20 shown as 0.0 thousands")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '20': is shown as '0.0', which is another number than the cell holds"],
        },
        new("sheetjs-shown-of-100.xlsx", "20 shown as 20/100")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '20': is shown as '20/100', which is another number than the cell holds"],
        },
        new("sheetjs-shown-of-maximum.xlsx", "20 shown as 20/30, of 30")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
        },
    ];
}
