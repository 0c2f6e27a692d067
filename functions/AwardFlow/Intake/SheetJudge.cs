using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>Finds who scored a sheet that has no column for it.</summary>
internal static partial class SheetJudge
{
    private const int MostWords = 100;
    private const int LongestTitle = 300;
    private const int LongestSheetName = 100;

    /// <summary>The one name that stands above the header behind "กรรมการ:", in its cell or the next; null where there is none, or several.</summary>
    public static string? InTitle(IReadOnlyList<SheetRow> above)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in above)
        {
            if (InRow(row) is { } name)
            {
                names.Add(name);
            }
        }
        return names.Count == 1 ? names.Single() : null;
    }

    /// <summary>The name that stands in a row behind "กรรมการ:"; null where none does, since a dotted line or the next label is no name.</summary>
    public static string? InRow(SheetRow row)
    {
        for (var column = 0; column < Math.Min(row.Cells.Count, MostWords); column++)
        {
            var text = row[column];
            if (text.Length is 0 or > LongestTitle)
            {
                continue;
            }
            var named = Named().Match(text) is { Success: true } behind ? behind.Groups["name"].Value
                : Titled().Match(text) is { Success: true } titled
                    && IsPerson(titled.Groups["name"].Value, isTitled: !titled.Groups["label"].Success) ? titled.Groups["name"].Value
                : Bracketed().Match(text) is { Success: true } bracketed
                    && IsPerson(bracketed.Groups["name"].Value, isTitled: false) ? bracketed.Groups["name"].Value
                : Label().IsMatch(text) ? Enumerable.Range(column + 1, MostWords).Select(next => row[next]).FirstOrDefault(next => next.Length > 0) ?? ""
                : null;
            if (named is not null && named.Length <= LongestTitle && NameIn(named) is { } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>The name of a person, with a title, that stands alone in a row; null where it is none.</summary>
    public static string? Alone(SheetRow row) =>
        row.First is { Length: > 0 and <= LongestTitle } text && row.Cells.Count(cell => cell.Text.Length > 0) == 1 && IsPerson(text, isTitled: true)
            && NameIn(text) is { } name
            ? name
            : null;

    /// <summary>The name of a sheet where it looks like a person's; null where a program or habit gave it.</summary>
    public static string? InName(string sheet) =>
        sheet.Length is > 0 and <= LongestSheetName && !Usual().IsMatch(sheet) && (Numbered().IsMatch(sheet) || IsPerson(sheet, isTitled: false))
            ? sheet
            : null;

    // Up to the next label: กรรมการ: นายสมชาย ใจดี  วันที่: 15 ต.ค. 64.
    private static string? NameIn(string text)
    {
        var name = CellText.Name(Dots().Replace(Next().Replace(" " + text, ""), " ")).Trim(' ', ',', ';');
        return name.Any(char.IsLetter) && !Label().IsMatch(name) && !DamagedText.IsDateWord(name) ? name : null;
    }

    // Behind a title, or a name and a surname. คุณ, ครู and their like begin other words too.
    private static bool IsPerson(string text, bool isTitled)
    {
        var name = CellText.Name(text).ToUpperInvariant();
        var bare = PersonTitles.Without(name);
        var hasTitle = bare.Length < name.Length && (bare.Contains(' ', StringComparison.Ordinal) || !Ambiguous().IsMatch(name));
        var words = bare.Split(' ');
        return hasTitle
            || (!isTitled && words.Length is 2 or 3 && Array.TrueForAll(words, word => word.Length > 1 && word.All(IsOfName)) && !NoName().IsMatch(bare));
    }

    private static bool IsOfName(char c) =>
        char.IsLetter(c) || c is '.' or '-' or '\'' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private const string Who =
        @"^\s*((?<label>ชื่อ)([-– ]*(นาม)?สกุล)?)?\s*(ของ)?(กรรมการ(ผู้(ให้คะแนน|ประเมิน|ตัดสิน|ทรงคุณวุฒิ)|ตัดสิน)?|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)((\s*(คน|ท่าน)?ที่)?\s*[0-9๐-๙]{1,3})?\s*(ชื่อ)?";

    // กรรมการ: …, ชื่อ-สกุล กรรมการผู้ให้คะแนน : …, กรรมการท่านที่ 2: ….
    [GeneratedRegex(Who + @"\s*[:：]\s*(?<name>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    // กรรมการ นาย…, ชื่อกรรมการ สมชาย ใจดี.
    [GeneratedRegex(Who + @"\s+(?<name>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Titled();

    // กรรมการคนที่ 1 (นายสมชาย ใจดี).
    [GeneratedRegex(Who + @"\s*[(（](?<name>[^)）]+)[)）]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(Who + @"\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    // Any word with a colon behind it, and those that need none.
    [GeneratedRegex(
        @"\s[^\s:：]+\s*[:：].*$|\s(ลงวันที่|วันที่|เดือน|ลงชื่อ|ลายมือชื่อ|ตำแหน่ง|สังกัด|หน่วยงาน|โทร\.?|โทรศัพท์|ประเภทรางวัล|กลุ่มที่|รอบที่|ครั้งที่|date|signature|position)([\s._…:：0-9๐-๙].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"[._…\-–—]{2,}|…", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dots();

    [GeneratedRegex(@"^(คุณ|ครู|ท่าน|หญิง|อาจารย์|หม่อม|นาง|ว่าที่)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ambiguous();

    // A committee without names: กรรมการ 1, กรรมการ ก, Judge 2.
    [GeneratedRegex(
        @"^\s*(กรรมการ|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)\s*((คน|ท่าน)?ที่)?\s*([0-9๐-๙]{1,3}|[ก-ฮa-z])\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^\s*((sheet|แผ่น|แผ่นงาน|ชีต|ชีท|tabelle|feuil|foglio|hoja|planilha|page|table|data|ตาราง|export|รอบ|round|หน้า|ข้อมูล|กลุ่ม|ประเภท|ชุด|ครั้งที่|final|copy|สำเนา|book|สมุดงาน|worksheet|group|category|award|results?|entries|รางวัล|ผลงาน|โครงการ)([\s0-9๐-๙a-z()._-]*|ที่.*|ของ.*|of .*)|[0-9๐-๙\s()./_-]+|คะแนน.*|(การ|ใบ)?ให้คะแนน.*|ผลคะแนน.*|ผลการ.*|สรุป.*|แบบ.*|รวม.*|เฉลี่ย.*|scores?.*|scoring.*|summary.*|total.*|การตอบ.*|form.?responses.*|responses.*)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Usual();

    // Words of which no name is made.
    [GeneratedRegex(
        @"กรรมการ|คะแนน|เทศบาล|อบต|อบจ|จังหวัด|อำเภอ|ตำบล|เมือง|สำนัก|กรม|กอง|ฝ่าย|แก้ไข|ต้นฉบับ|ฉบับ|ร่าง|สำเนา|ข้อผิดพลาด|รายชื่อ|รายการ|บัญชี|ทะเบียน|เกณฑ์|ประเมิน|ผลงาน|โครงการ|รางวัล|ด้าน|กลุ่ม|รอบ|ปี|เดือน|ล่าสุด|ใหม่|เก่า|\b(SHEET|COPY|FINAL|DRAFT|TEMPLATE|MASTER|PROBLEMS?|LIST|FORM|SCORES?|SCORING|JUDGES?|JUDGING|ENTRY|ENTRIES|DATA|NEW|OLD|VERSION|ROUND|AWARDS?|SUMMARY|RESULTS?|REVIEW|TABLE|TEST|MAIN|ALL|THE|OF|TO|FROM)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NoName();
}
