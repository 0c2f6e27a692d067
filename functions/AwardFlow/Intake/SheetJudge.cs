using System.Text.RegularExpressions;
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
            for (var column = 0; column < Math.Min(row.Cells.Count, MostWords); column++)
            {
                if (row[column].Length > LongestTitle)
                {
                    continue;
                }
                if (Named().Match(row[column]) is { Success: true } named)
                {
                    names.Add(CellText.Name(named.Groups["name"].Value));
                }
                else if (Label().IsMatch(row[column]) && Enumerable.Range(column + 1, MostWords).Select(next => row[next]).FirstOrDefault(text => text.Length > 0) is { } next && !Label().IsMatch(next))
                {
                    names.Add(CellText.Name(next));
                }
            }
        }
        return names.Count == 1 ? names.Single() : null;
    }

    /// <summary>The name of a sheet where it may be a person's; null where a program or habit gave it.</summary>
    public static string? InName(string sheet) => sheet.Length is 0 or > LongestSheetName || Usual().IsMatch(sheet) ? null : sheet;

    // กรรมการ: …, ชื่อ-สกุล กรรมการผู้ให้คะแนน : …, กรรมการท่านที่ 2: …, กรรมการ นาย….
    [GeneratedRegex(@"^\s*(ชื่อ([-– ]*(นาม)?สกุล)?)?\s*(ของ)?(กรรมการ(ผู้(ให้คะแนน|ประเมิน|ตัดสิน|ทรงคุณวุฒิ)|ตัดสิน)?|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)((\s*(คน|ท่าน)?ที่)?\s*[0-9๐-๙]{1,3})?\s*(ชื่อ)?(\s*[:：]\s*(?<name>\S.*)|\s+(?<name>(นาย|นาง|น\.ส\.|ดร\.|ผศ\.|รศ\.|ศ\.|พล|พ\.|ร\.|ว่าที่|ม\.|คุณ|อาจารย์|อ\.|นพ\.|พญ\.|mr|ms|dr)\S*.*))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(ชื่อ([-– ]*(นาม)?สกุล)?)?\s*(ของ)?(กรรมการ(ผู้(ให้คะแนน|ประเมิน|ตัดสิน|ทรงคุณวุฒิ)|ตัดสิน)?|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)((\s*(คน|ท่าน)?ที่)?\s*[0-9๐-๙]{1,3})?\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*((sheet|แผ่น|แผ่นงาน|ชีต|ชีท|tabelle|feuil|hoja|planilha|page|table|data|ตาราง|export|รอบ|round|หน้า|ข้อมูล|กลุ่ม|ประเภท|ชุด|ครั้งที่|final|copy|สำเนา|book|สมุดงาน|worksheet|group|category|award|results?|entries|รางวัล|ผลงาน|โครงการ)([\s0-9๐-๙a-z()._-]*|ที่.*|ของ.*|of .*)|[0-9๐-๙\s()./_-]+|คะแนน.*|(การ|ใบ)?ให้คะแนน.*|ผลคะแนน.*|ผลการ.*|สรุป.*|แบบ.*|รวม.*|เฉลี่ย.*|scores?.*|scoring.*|summary.*|total.*|การตอบ.*|form.?responses.*|responses.*)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usual();
}
