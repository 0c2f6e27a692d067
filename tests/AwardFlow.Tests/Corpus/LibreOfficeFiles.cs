using AwardFlow.Intake;
using static AwardFlow.Tests.Corpus.CorpusCase;

namespace AwardFlow.Tests.Corpus;

/// <summary>The files of the corpus that LibreOffice saved, set to Thai; LibreOffice/make-libreoffice.sh makes them.</summary>
internal static class LibreOfficeFiles
{
    private const string WhatItHolds = "merged title, formulas, Thai digits, a number as text, a second and a hidden sheet";

    public static IEnumerable<CorpusCase> Cases =>
    [
        new("lo-thai.xlsx", WhatItHolds) { Rows = Usual, PassedOver = ["0 'คำชี้แจง': another sheet of the workbook, without such a header, passed over"] },
        new("lo-thai-macros.xlsx", "the same with room for macros")
        {
            Rows = Usual,
            PassedOver = ["0 'คำชี้แจง': another sheet of the workbook, without such a header, passed over"],
        },
        new("lo-thai-comma.csv", "csv as shown, in Thai digits") { Rows = Usual },
        new("lo-thai-semicolon-quoted.csv", "semicolons, all texts quoted") { Rows = Usual },
        new("lo-thai-windows-874.csv", "Windows-874") { Rows = Usual },
        new("lo-thai-utf16-tab.tsv", "UTF-16 and tabs") { Rows = Usual },
        new("lo-entries.xlsx", "a list of entries") { Kind = UploadKind.Entries, Rows = UsualEntries },
        new("lo-entries-windows-874.csv", "a list of entries in Windows-874 with semicolons") { Kind = UploadKind.Entries, Rows = UsualEntries },
        new("lo-wrong.xlsx", "a near miss, a percentage, a Thai date, an error, too many points and a word")
        {
            Problems =
            [
                "2 รหัสผลงาน 'LG-0O7': is not an entry of this cycle; did you mean 'LG-007'?",
                "3 A '0.9': is shown as a percentage, so it is not clear how many points are meant; format the cell as a number and type the points",
                "3 B '2021-10-08': is a date: the spreadsheet took what was typed for one; format the cell as text or number and type it again",
                "3 C '#DIV/0!': holds the error #DIV/0!; correct the formula, or type the value",
                "4 A '50.5': is not from 0 to 50, the maximum of criterion A",
                "4 B 'ดี': is not a number",
            ],
        },
        new("lo-thai.xls", "Excel's old format") { Refused = "The file is in the old format of Excel (.xls)." },
        new("lo-thai.ods", "OpenDocument") { Refused = "The file is an OpenDocument file (.ods)." },
        new("lo-thai.fods", "OpenDocument as one XML file") { Refused = "The file is a web page or XML" },
        new("lo-thai.html", "a web page") { Refused = "The file is a web page or XML" },
        new("lo-thai.pdf", "a PDF") { Refused = "The file is a PDF" },
    ];
}
