using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Tests.Corpus;

/// <summary>Files after habits of offices and reports of other tools' users: what is misread in silence, and what is turned away without need.</summary>
internal static class OfficeFiles
{
    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["๑. ชื่อหน่วยงานที่ส่งผลงาน (โปรดระบุชื่อเต็ม)"] = "organisation",
        ["๒. ชื่อผลงาน"] = "project",
        ["๓. เรียน (ตำแหน่งหัวหน้าหน่วยงาน)"] = "addressee",
        ["๔. ไปรษณีย์อิเล็กทรอนิกส์กลาง (saraban)"] = "saraban_email",
        ["๕. จังหวัด"] = "province",
    };

    private static readonly UploadOptions AllSheets = new() { Sheet = UploadOptions.AllSheets };
    private static readonly UploadOptions Numbered = new() { FirstCode = "LG-001" };

    public static IEnumerable<CorpusCase> Cases =>
    [
        new("lowercase-ct.xlsx", "part names in lower case")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,ดี", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30.5,",
                "LG-002,กรรมการ ก,k1,21,", "LG-002,กรรมการ ก,k2,11,", "LG-002,กรรมการ ก,k3,40,",
            ],
        },
        new("general-in-german.xlsx", "the number format General in German")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20.5,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
        },
        new("inlinestr-v.xlsx", "an inline text in the place of a value")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
        },
        new("is-without-type.xlsx", "an inline text without its type")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
        },
        new("str-without-value.xlsx", "a formula for a text that nobody worked out")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '': holds a formula that no program has worked out yet"],
        },
        new("all-hidden-format.xlsx", "a format that shows nothing")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,7,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '7': is not shown in the sheet because the cell is formatted so"],
        },
        new("hidden-row.xlsx", "a row that is filtered out")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,5,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,",
                "LG-002,กรรมการ ก,k1,6,", "LG-002,กรรมการ ก,k2,10,", "LG-002,กรรมการ ก,k3,30,",
            ],
            Warnings = ["3  'LG-002': the row is hidden or filtered out in the sheet"],
        },
        new("merged-judge.xlsx", "the judge's cell merged over three rows")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,5,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,", "LG-002,กรรมการ ก,k1,6,", "LG-002,กรรมการ ก,k2,10,",
                "LG-002,กรรมการ ก,k3,30,", "LG-003,กรรมการ ก,k1,7,", "LG-003,กรรมการ ก,k2,10,", "LG-003,กรรมการ ก,k3,30,",
            ],
        },
        new("merged-score.xlsx", "two rows' scores merged")
        {
            Context = OfficeCycle.Context,
            Problems = ["3 k1 '': is merged with another cell, so one score stands for several"],
        },
        new("percent-section2.xlsx", "a percentage by the condition of a format")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '0.85': is shown as a percentage, so it is not clear how many points are meant"],
        },
        new("showzeros0.xlsx", "a sheet that shows no zeros")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,0,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '0': is not shown in the sheet because the cell is formatted so"],
        },
        new("strike-comment.xlsx", "a suggestion half struck out")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 comment 'ไม่ควรให้รางวัล ดีมาก': is partly struck out, so it is not clear what is meant"],
        },
        new("strike-score.xlsx", "an 8 struck out before a 9")
        {
            Context = OfficeCycle.Context,
            Problems = ["2 k1 '89': is partly struck out, so it is not clear what is meant"],
        },
        new("zero-dash-accounting.xlsx", "zero as the dash of the accounting format")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,", "LG-002,กรรมการ ก,k1,5,", "LG-002,กรรมการ ก,k2,10,", "LG-002,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '0': is shown as a dash (-) but holds 0"],
        },
        new("code-format.xlsx", "codes that their format makes of numbers")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows =
            [
                "LG-001,โครงการ 1,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรี 1,saraban1@example.go.th,ตาก",
                "LG-002,โครงการ 2,เทศบาลตำบลตัวอย่าง 2,นายกเทศมนตรี 2,saraban2@example.go.th,ตาก",
            ],
        },
        new("name-error.csv", "errors as texts")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 project '#NAME?': holds the error #NAME?",
                "2 addressee '#N/A': holds the error #N/A",
                "2 province '#REF!': holds the error #REF!",
                "3 project '########': holds the error ########",
                "3 addressee '#VALUE!': holds the error #VALUE!",
                "3 province '0': is a number alone, as a formula gives for a blank cell",
            ],
        },
        new("newline-org.xlsx", "a line break in an organisation's name")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ 1,เทศบาลตำบลตัวอย่าง อำเภอเมือง จังหวัดตาก,นายกเทศมนตรี 1,saraban1@example.go.th,ตาก"],
        },
        new("phone-format.xlsx", "telephone numbers that their format makes of numbers")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows =
            [
                "LG-001,โครงการ 1,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรี 1,saraban1@example.go.th,ตาก,081-234-5678",
                "LG-002,โครงการ 2,เทศบาลตำบลตัวอย่าง 2,นายกเทศมนตรี 2,saraban2@example.go.th,ตาก,055-512-3456",
                "LG-003,โครงการ 3,เทศบาลตำบลตัวอย่าง 3,นายกเทศมนตรี 3,saraban3@example.go.th,ตาก,21234567",
            ],
            Warnings = ["4 โทรศัพท์ '21234567': does not begin with 0"],
        },
        new("strike-addressee.xlsx", "an addressee half struck out")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems = ["2 addressee 'นายอำเภอตัวอย่างนายกเทศมนตรีตำบลตัวอย่าง': is partly struck out, so it is not clear what is meant"],
        },
        new("vlookup0.xlsx", "look-ups of blank cells, which give 0")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 addressee '0': is a number alone, as a formula gives for a blank cell",
                "3 organisation '0': is a number alone, as a formula gives for a blank cell",
            ],
        },
        new("ctrl-z.csv", "the end-of-file mark of old programs")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,ดีมาก", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30.5,",
                "LG-002,กรรมการ ก,k1,21.5,", "LG-002,กรรมการ ก,k2,11,", "LG-002,กรรมการ ก,k3,40,",
            ],
        },
        new("comment-comma-unquoted.csv", "a comma in a last column of words")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,\"ไม่เห็นด้วยกับการให้รางวัล, เว้นแต่จะปรับปรุงความปลอดภัย\"", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,",
            ],
        },
        new("codes-as-dates.csv", "codes that a spreadsheet took for dates")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 entry_code '1-ก.พ.': is a date: the spreadsheet took the code for one",
                "3 entry_code 'Feb-64': is a date: the spreadsheet took the code for one",
            ],
        },
        new("decimal-comma-shift.csv", "decimal commas that nobody quoted")
        {
            Context = OfficeCycle.Context,
            Problems = ["2  'LG-001': has 6 fields, but the header has 5", "3  'LG-002': has 6 fields, but the header has 5"],
        },
        new("entries-shift.csv", "a comma in a project's name that nobody quoted")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems = ["2  'LG-001': has 7 fields, but the header has 6"],
        },
        new("long-shift.csv", "decimal commas in long form, which become comments")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "2 comment '5': is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma",
                "3 comment '25': is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma",
                "4 comment '75': is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma",
            ],
        },
        new("by-organisation.xlsx", "organisations in place of codes")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,",
                "LG-002,นายสมชาย ใจดี,k1,21,", "LG-002,นายสมชาย ใจดี,k2,11,", "LG-002,นายสมชาย ใจดี,k3,31,",
            ],
        },
        new("comment-per-criterion.xlsx", "a comment after each criterion")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,ก", "LG-001,นายสมชาย ใจดี,k2,10,ข", "LG-001,นายสมชาย ใจดี,k3,30,ค"],
        },
        new("criteria-code-title.xlsx", "code, title and maximum as headers")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
        },
        new("criteria-titles.xlsx", "titles as headers")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
        },
        new("judge-in-sheet-name.xlsx", "a sheet a judge, by its name")
        {
            Context = OfficeCycle.Context,
            Refused = "Several sheets of the workbook have a header: 'กรรมการ ก', 'กรรมการ ข'.",
        },
        new("judge-title.xlsx", "the judge above the table")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
            Warnings = ["4 judge 'นายสมชาย ใจดี': has no column in the sheet"],
        },
        new("maximum-row.xlsx", "a row of maxima, of another scale")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
            Warnings =
            [
                "2 k1 '100': states a maximum of 100, but the criterion's is 30",
                "2 k2 '100': states a maximum of 100, but the criterion's is 25.5",
                "2 k3 '100': states a maximum of 100, but the criterion's is 44.5",
            ],
            PassedOver = ["2 'คะแนนเต็ม': the row of maxima, passed over"],
        },
        new("score-texts.xlsx", "words with scores")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "2 k1 '๘/๑๐': is not a number", "3 k1 '8/10': is not a number", "6 k1 '8½': is not a number",
                "7 k1 '(8)': is not a number", "8 k1 '8,5': is not a number", "9 k1 '8·5': is not a number",
                "10 k1 'N/A': is not a number", "11 k1 'ขาด': is not a number", "12 k1 'ไม่ให้คะแนน': is not a number",
            ],
        },
        new("sheet-per-judge.xlsx", "a sheet a judge")
        {
            Context = OfficeCycle.Context,
            Refused = "Several sheets of the workbook have a header: 'กรรมการ ก', 'กรรมการ ข', 'กรรมการ ค'.",
        },
        new("signature-footer.xlsx", "a signature below")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
            PassedOver =
            [
                "4 'ลงชื่อ .................................... กรรมการ': a signature, passed over",
                "5 '(นายสมชาย ใจดี)': a signature, passed over",
                "6 'วันที่ ๑๕ ตุลาคม ๒๕๖๔': a signature, passed over",
            ],
        },
        new("synonyms.xlsx", "other names of columns")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
        },
        new("total-column-wrong.xlsx", "a total that disagrees")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,"],
            Warnings = ["2 รวม '99': disagrees with the scores of its row, which add up to 60"],
        },
        new("total-row.xlsx", "totals and averages below")
        {
            Context = OfficeCycle.Context,
            Rows =
            [
                "LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นายสมชาย ใจดี,k2,10,", "LG-001,นายสมชาย ใจดี,k3,30,",
                "LG-002,นายสมชาย ใจดี,k1,21,", "LG-002,นายสมชาย ใจดี,k2,11,", "LG-002,นายสมชาย ใจดี,k3,31,",
            ],
            PassedOver = ["4 'รวม': a row of totals or averages, passed over", "5 'เฉลี่ย': a row of totals or averages, passed over"],
        },
        new("email-mailto.xlsx", "an address as a link")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ 1,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรี 1,saraban1@example.go.th,ตาก"],
        },
        new("gforms-named-nocode.xlsx", "a form's export without codes")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems = ["1 entry_code '': the column is missing"],
        },
        new("gforms.xlsx", "whole questions as headers")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems = ["1 organisation '': no header was found in rows 1 to 2", "1 entry_code '': no header was found in rows 1 to 2"],
        },
        new("header-after-20.xlsx", "a header far below")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ 1,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรี 1,saraban1@example.go.th,ตาก"],
        },
        new("header-linebreak.xlsx", "line breaks in headers")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ,เทศบาล,นายก,saraban1@example.go.th,ตาก"],
        },
        new("header-required-star.xlsx", "asterisks in headers")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Rows = ["LG-001,โครงการ,เทศบาล,นายก,saraban1@example.go.th,ตาก"],
        },
        new("recused.csv", "blank scores with a reason")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,", "LG-002,กรรมการ ก,k1,,ขอถอนคะแนน มีส่วนได้เสีย"],
        },
        new("judge-with-titles.csv", "one judge with several titles")
        {
            Context = OfficeCycle.Context,
            Problems =
            [
                "3 k1 '22': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k1 in row 2 too",
                "3 k2 '12': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k2 in row 2 too",
                "3 k3 '32': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k3 in row 2 too",
                "4 k1 '2': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k1 in row 2 too",
                "4 k2 '2': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k2 in row 2 too",
                "4 k3 '2': judge 'ดร.สมชาย ใจดี' scored entry LG-001 for criterion k3 in row 2 too",
            ],
        },
        new("links-to-blank.csv", "the same saved as csv")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k2,20,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '-': is a dash in a file whose numbers are written as a spreadsheet shows them"],
        },
        new("links-to-blank.xlsx", "zero shown as a dash")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k2,20,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '0': is shown as a dash (-) but holds 0"],
            PassedOver = ["0 'รายคน': another sheet of the workbook, without such a header, passed over"],
        },
        new("qm-judge-a.csv", "a judge's name lost in saving") { Context = OfficeCycle.Context, Problems = ["2 judge '??????? ?': is question marks"] },
        new("question-marks-entries.csv", "all Thai lost in saving")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Problems =
            [
                "2 project '????????????': is question marks",
                "2 organisation '??????????????????': is question marks",
                "2 addressee '????????????': is question marks",
                "2 province '???': is question marks",
            ],
        },
        new("rounded-builtin-43.xlsx", "rounding by the accounting format")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20.456,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '20.456': is shown as 20.46 because the cell is formatted so"],
        },
        new("rounded-optional.xlsx", "rounding by optional digits")
        {
            Context = OfficeCycle.Context,
            Rows = ["LG-001,กรรมการ ก,k1,20.456,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,"],
            Warnings = ["2 k1 '20.456': is shown as 20.46 because the cell is formatted so"],
        },
        new("sheet-per-judge-all.xlsx", "a sheet a judge, all taken at once")
        {
            Context = OfficeCycle.Context,
            Options = AllSheets,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,",
                "LG-001,กรรมการ ข,k1,21,", "LG-001,กรรมการ ข,k2,10,", "LG-001,กรรมการ ข,k3,30,",
                "LG-001,กรรมการ ค,k1,22,", "LG-001,กรรมการ ค,k2,10,", "LG-001,กรรมการ ค,k3,30,",
            ],
        },
        new("judge-in-sheet-name-all.xlsx", "a sheet a judge, by its name, all taken at once")
        {
            Context = OfficeCycle.Context,
            Options = AllSheets,
            Rows =
            [
                "LG-001,กรรมการ ก,k1,20,", "LG-001,กรรมการ ก,k2,10,", "LG-001,กรรมการ ก,k3,30,",
                "LG-001,กรรมการ ข,k1,21,", "LG-001,กรรมการ ข,k2,10,", "LG-001,กรรมการ ข,k3,30,",
            ],
            Warnings = ["1 judge 'กรรมการ ก': has no column in the sheet", "1 judge 'กรรมการ ข': has no column in the sheet"],
        },
        new("gforms-named-numbered.xlsx", "a form's export whose entries are numbered")
        {
            Context = OfficeCycle.Context,
            Kind = UploadKind.Entries,
            Options = Numbered,
            Rows = ["LG-001,ระบบน้ำประปาอัจฉริยะ,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรีตำบลตัวอย่าง 1,saraban1@example.go.th,ตาก,081-234-5678"],
        },
        new("gforms-mapped.xlsx", "whole questions as headers, after a person said which column is which")
        {
            Context = OfficeCycle.Context with { Mapping = new ColumnMapping(Questions) },
            Kind = UploadKind.Entries,
            Options = Numbered,
            Rows = ["LG-001,ระบบน้ำประปาอัจฉริยะ,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรีตำบลตัวอย่าง 1,saraban1@example.go.th,ตาก,081-234-5678"],
        },
    ];
}
