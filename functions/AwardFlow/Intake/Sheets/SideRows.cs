using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Tells the rows of a table that hold no entry: totals, maxima, signatures, notes, headings, and the header printed again.</summary>
/// <param name="signature">What the header has.</param>
/// <param name="columns">The table's columns.</param>
internal sealed partial class SideRows(HeaderSignature signature, Columns columns)
{
    private const int LongestName = 300;
    private const int MostSpellings = 1000;

    private readonly Dictionary<string, bool> _totals = new(StringComparer.Ordinal);
    private bool _isSigned;

    /// <summary>Whether a judge's or a criterion's cell says that its row adds up or averages others.</summary>
    public bool IsOfTotals(string text)
    {
        // Few spellings stand in many rows. Max may be a judge's name, max is none.
        if (!_totals.TryGetValue(text, out var isTotals))
        {
            isTotals = text.Length is > 0 and <= LongestName && text is not ("Max" or "Min") && IsTotals(text);
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
        if (columns.IsHeader(row))
        {
            _isSigned = false;
            return PassedOverTexts.Header;
        }
        var texts = row.Cells.Where(cell => cell is { Kind: CellKind.Text, Text: not "" } && !DamagedText.IsBareNumber(cell.Text))
            .Select(cell => cell.Text).Take(2).ToList();
        var first = texts.FirstOrDefault() ?? "";
        var what = first.Length == 0 ? null : Named(first, hasValues);
        _isSigned |= what == PassedOverTexts.Signature;
        if (what is not null || hasValues)
        {
            return what;
        }
        // Below the first signature come names, positions and dates.
        return _isSigned ? PassedOverTexts.Signature
            : texts.Count == 1 && row.Cells.Count(cell => cell.Text.Length > 0) == 1 && IsHeading(first) ? PassedOverTexts.Heading
            : null;
    }

    /// <summary>Whether a row is the header of another table, whose columns are others or stand otherwise.</summary>
    public bool IsOtherHeader(SheetRow row) => signature.Fit(row) == 2 && !columns.IsHeader(row);

    private static BilingualText? Named(string first, bool hasValues)
    {
        // What is longer is no row's name, but may be a note's text.
        return first.Length > LongestName ? !hasValues && Note().IsMatch(first[..LongestName]) ? PassedOverTexts.Note : null
            : Maximum().IsMatch(first) ? PassedOverTexts.Maximum
            : IsTotals(first) ? PassedOverTexts.Totals
            : !hasValues && (Signature().IsMatch(first) || Blanks().IsMatch(first)) ? PassedOverTexts.Signature
            : Count().IsMatch(first) ? PassedOverTexts.Totals
            : !hasValues && Note().IsMatch(first) ? PassedOverTexts.Note
            : null;
    }

    private static bool IsTotals(string text) => Totals().IsMatch(text) && TotalsCore().IsMatch(text);

    /// <summary>Whether a column's name says that it adds up its row.</summary>
    public static bool IsSum(string name) => name.Length <= LongestName && IsTotals(name) && SumCore().IsMatch(name) && !NoSum().IsMatch(name);

    // กลุ่มที่ 1 …, ด้านสิ่งแวดล้อม: a text that cannot be a code.
    private static bool IsHeading(string text) => text.Length <= LongestName && DamagedText.Problem(text) is null && !DamagedText.IsDateWord(text)
        && (Group().IsMatch(text)
            || (text.Any(char.IsLetter) && (text.Contains(' ', StringComparison.Ordinal) || !text.Any(char.IsDigit)) && text.Any(c => c is >= 'ก' and <= 'ฮ')));

    /// <summary>Whether a row states the criteria's maxima.</summary>
    public static bool IsMaximum(BilingualText what) => what == PassedOverTexts.Maximum;

    // รวมคะแนนที่ได้, คะแนนเฉลี่ยรวมทั้งหมด, คิดเป็นร้อยละ, Average score: words of adding up, and no others.
    [GeneratedRegex(
        @"^\s*((ผล|ยอด|ค่า|คะแนน|คิดเป็น|รวม|เฉลี่ย|ทั้งสิ้น|ทั้งหมด|ทุกเกณฑ์|ทุกคน|ทุกด้าน|สุทธิ|ที่ได้(รับ)?|ของ|กรรมการ|ต่ำสุด|สูงสุด|น้ำหนัก|ร้อยละ|มัธยฐาน|ฐานนิยม|ส่วนเบี่ยงเบนมาตรฐาน|s\.?d\.?|(grand\s|sub-?)?totals?|sum|average|avg\.?|mean|median|min(imum)?|max(imum)?|highest|lowest|weights?|percent(age)?|scores?|points?|overall|%)\s*)+[:：]?\s*(\(.*\))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Totals();

    [GeneratedRegex(
        @"รวม|เฉลี่ย|ต่ำสุด|สูงสุด|น้ำหนัก|ร้อยละ|มัธยฐาน|ฐานนิยม|ส่วนเบี่ยงเบน|s\.?d\b|total|sum|average|avg|mean|median|min|max|highest|lowest|weight|percent",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex TotalsCore();

    [GeneratedRegex("รวม|total|sum", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SumCore();

    [GeneratedRegex(
        "เฉลี่ย|ร้อยละ|น้ำหนัก|สูงสุด|ต่ำสุด|average|avg|mean|percent|%|weight|max|min", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoSum();

    // The highest score given is no maximum.
    [GeneratedRegex(
        @"^\s*((คะแนน)?เต็ม(\s*[0-9๐-๙.,]+)?(\s*คะแนน)?|full (score|marks?)|max(imum)? (score|marks?|points?))\s*[:：]?\s*(\(.*\))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Maximum();

    [GeneratedRegex(
        @"^\s*(ลงชื่อ|ลงนาม|ผู้(จัดทำ|รวบรวม|ตรวจสอบ|ตรวจทาน|ทาน|รับรอง|บันทึก|กรอก|พิมพ์|สรุป|รายงาน|อนุมัติ|เห็นชอบ|ให้คะแนน|ประเมิน|ตัดสิน)|(จัดทำ|รวบรวม|ตรวจสอบ|ตรวจทาน|รับรอง|บันทึก|รายงาน|อนุมัติ)(โดย|\b)|\(.*\)\s*$|วันที่|ตำแหน่ง|(รอง)?(ประธาน)?(คณะ)?กรรมการ(และ(ผู้ช่วย)?เลขานุการ)?\s*$|(ผู้ช่วย)?เลขานุการ\s*$|signed|signature|date\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Signature();

    // รวม 12 ผลงาน
    [GeneratedRegex(
        @"^\s*(รวม(ทั้งสิ้น|ทั้งหมด)?|จำนวน)\s*(จำนวน)?\s*[0-9๐-๙,]+\s*\S{0,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    // Dotted lines, and the strokes of a date to be filled in.
    [GeneratedRegex(@"^[\s._…/\-–—]{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"^\s*(หมายเหตุ|คำชี้แจง|คำอธิบาย|ข้อมูล\s?ณ|(แหล่ง)?ที่มา|พิมพ์เมื่อ|source\b|\*|※|note\b|remark)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Note();

    [GeneratedRegex(
        @"^\s*(กลุ่ม|ด้าน|ประเภท|หมวด|สาขา|ภาค|เขต|ส่วนที่|ตอนที่|ระดับ|จังหวัด|รางวัล|รอบที่|group\b|category\b|part\b|section\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Group();
}
