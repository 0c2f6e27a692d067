using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Tells the rows of a table that hold no entry: totals, maxima, signatures, notes, and the header printed again.</summary>
/// <param name="signature">What the header has.</param>
internal sealed partial class SideRows(HeaderSignature signature)
{
    private const int LongestName = 300;
    private const int MostSpellings = 1000;

    private readonly Dictionary<string, bool> _totals = new(StringComparer.Ordinal);

    /// <summary>Whether a judge's or a criterion's cell says that its row adds up or averages others.</summary>
    public bool IsOfTotals(string text)
    {
        // Few spellings stand in many rows.
        if (!_totals.TryGetValue(text, out var isTotals))
        {
            isTotals = text.Length is > 0 and <= LongestName && Totals().IsMatch(text);
            if (_totals.Count < MostSpellings)
            {
                _totals.Add(text, isTotals);
            }
        }
        return isTotals;
    }

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
        // What is longer is no row's name, but may be a note's text.
        return first.Length == 0 ? null
            : first.Length > LongestName ? !hasValues && Note().IsMatch(first[..LongestName]) ? PassedOverTexts.Note : null
            : Maximum().IsMatch(first) ? PassedOverTexts.Maximum
            : Totals().IsMatch(first) ? PassedOverTexts.Totals
            : !hasValues && (Signature().IsMatch(first) || Blanks().IsMatch(first)) ? PassedOverTexts.Signature
            : !hasValues && Count().IsMatch(first) ? PassedOverTexts.Totals
            : !hasValues && Note().IsMatch(first) ? PassedOverTexts.Note
            : signature.Fit(row) == 2 ? PassedOverTexts.Header
            : null;
    }

    /// <summary>Whether a row states the criteria's maxima.</summary>
    public static bool IsMaximum(BilingualText what) => what == PassedOverTexts.Maximum;

    [GeneratedRegex(@"^\s*(รวม(ทั้งสิ้น|ทั้งหมด|คะแนน(ทั้งสิ้น|ทั้งหมด)?|เฉลี่ย)?|(ผล|ยอด)รวม(คะแนน|ทั้งสิ้น|ทั้งหมด)?|คะแนนรวม(ทั้งสิ้น|ทั้งหมด|เฉลี่ย)?|(ค่า|คะแนน)?เฉลี่ย(รวม)?|(คะแนน|ค่า)?ต่ำสุด|(ค่า)?น้ำหนัก(คะแนน)?|ร้อยละ|ส่วนเบี่ยงเบนมาตรฐาน|s\.?d\.?|(grand |sub-?)?totals?|sum|average|avg\.?|mean|min(imum)?|weights?)\s*[:：]?\s*(\(.*\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"^\s*((คะแนน)?เต็ม|คะแนนสูงสุด|max(imum)?|full (score|marks?))\s*[:：]?\s*(\(.*\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Maximum();

    [GeneratedRegex(@"^\s*(ลงชื่อ|ลงนาม|(ผู้)?(จัดทำ|รวบรวม|ตรวจสอบ|ตรวจทาน|รับรอง|บันทึก|รายงาน|อนุมัติ)(โดย)?\b|\(.*\)\s*$|วันที่|ผู้ให้คะแนน|ตำแหน่ง|กรรมการ\s*$|ประธานกรรมการ\s*$|signed|signature|date\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signature();

    // รวม 12 ผลงาน
    [GeneratedRegex(@"^\s*(รวม(ทั้งสิ้น|ทั้งหมด)?|จำนวน)\s*(จำนวน)?\s*[0-9๐-๙,]+\s*\S{0,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^[\s._…\-–—]{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(หมายเหตุ|คำชี้แจง|คำอธิบาย|ข้อมูล\s?ณ|(แหล่ง)?ที่มา|พิมพ์เมื่อ|source\b|\*|※|note\b|remark)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();
}
