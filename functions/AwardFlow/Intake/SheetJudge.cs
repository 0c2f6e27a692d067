using System.Text.RegularExpressions;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>Finds who scored a sheet that has no column for it.</summary>
internal static partial class SheetJudge
{
    private const int MostWords = 100;

    /// <summary>The one name that stands above the header behind "กรรมการ:", in its cell or the next; null where there is none, or several.</summary>
    public static string? InTitle(IReadOnlyList<SheetRow> above)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in above)
        {
            for (var column = 0; column < Math.Min(row.Cells.Count, MostWords); column++)
            {
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
    public static string? InName(string sheet) => sheet.Length == 0 || Usual().IsMatch(sheet) ? null : sheet;

    [GeneratedRegex(@"^\s*(ชื่อ)?\s*(กรรมการ|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)\s*(ชื่อ)?\s*[:：]\s*(?<name>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(ชื่อ)?\s*(กรรมการ|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|judge|reviewer|evaluator)\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*((sheet|แผ่น|แผ่นงาน|ชีต|ชีท|tabelle|feuil|hoja|planilha|page|table|data|ตาราง|export|รอบ|round|หน้า)\s*\(?[0-9๐-๙]*\)?|คะแนน.*|ผลคะแนน.*|สรุป.*|แบบ.*|scores?.*|summary.*|การตอบแบบฟอร์ม.*|form responses.*)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usual();
}
