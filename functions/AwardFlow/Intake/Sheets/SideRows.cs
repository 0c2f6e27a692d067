using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Tells the rows of a table that hold no entry: totals, maxima, signatures, notes, and the header printed again.</summary>
/// <param name="signature">What the header has.</param>
internal sealed partial class SideRows(HeaderSignature signature)
{
    /// <summary>What a row is that holds no entry; null where it may hold one.</summary>
    /// <param name="row">A row whose entry is not known.</param>
    /// <param name="hasValues">Whether it has what a row of such a sheet is for: scores, or an address.</param>
    public BilingualText? WhatIs(SheetRow row, bool hasValues)
    {
        if (row.IsTotals)
        {
            return PassedOverTexts.Totals;
        }
        var first = row.Cells.FirstOrDefault(cell => cell is { Kind: CellKind.Text, Text: not "" } && !DamagedText.IsBareNumber(cell.Text)).Text ?? "";
        return first.Length == 0 ? null
            : Maximum().IsMatch(first) ? PassedOverTexts.Maximum
            : Totals().IsMatch(first) ? PassedOverTexts.Totals
            : !hasValues && (Signature().IsMatch(first) || Blanks().IsMatch(first)) ? PassedOverTexts.Signature
            : !hasValues && Note().IsMatch(first) ? PassedOverTexts.Note
            : signature.Fit(row) == 2 ? PassedOverTexts.Header
            : null;
    }

    /// <summary>Whether a row states the criteria's maxima.</summary>
    public static bool IsMaximum(BilingualText what) => what == PassedOverTexts.Maximum;

    [GeneratedRegex(@"^\s*(รวม(ทั้งสิ้น|ทั้งหมด|คะแนน)?|ผลรวม|ยอดรวม|คะแนนรวม|เฉลี่ย|ค่าเฉลี่ย|คะแนนเฉลี่ย|ร้อยละ|ส่วนเบี่ยงเบนมาตรฐาน|s\.?d\.?|grand total|sub-?total|total|sum|average|mean)\s*[:：]?\s*(\(.*\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"^\s*((คะแนน)?เต็ม|คะแนนสูงสุด|max(imum)?|full (score|marks?))\s*[:：]?\s*(\(.*\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Maximum();

    [GeneratedRegex(@"^\s*(ลงชื่อ|ลงนาม|\(.*\)\s*$|วันที่|ผู้ให้คะแนน|ตำแหน่ง|กรรมการ\s*$|ประธานกรรมการ\s*$|signed|signature|date\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^[\s._…\-–—]{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(หมายเหตุ|คำชี้แจง|\*|※|note\b|remark)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();
}
