using System.Globalization;

namespace AwardFlow.Thai;

/// <summary>
/// Dates as official letters write them: day, month and year of the Buddhist Era (543 years ahead of the Gregorian
/// calendar since 1941), in Thai digits.
/// </summary>
public static class ThaiDate
{
    private const int BuddhistOffset = 543;
    private const int FirstBuddhistYear = 2400;
    private const int LongestDate = 40;

    /// <summary>The months' names in full, January first.</summary>
    public static IReadOnlyList<string> Months { get; } =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] ShortMonths =
    [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ];

    /// <summary>The date with the month in full, as a letter is dated: <c>๑๕ ตุลาคม ๒๕๖๔</c>.</summary>
    public static string InFull(DateOnly date) => Write(date, Months);

    /// <summary>The date as a certificate gives it: <c>๑๕ ตุลาคม พ.ศ. ๒๕๖๔</c>.</summary>
    public static string WithEra(DateOnly date) => ThaiNumerals.ToThai(
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} พ.ศ. {BuddhistYear(date)}"));

    /// <summary>The date with the month abbreviated, as a receiving desk stamps it: <c>๒๘ ต.ค. ๒๕๖๔</c>.</summary>
    public static string InShort(DateOnly date) => Write(date, ShortMonths);

    /// <summary>
    /// Reads a date as people write it: <c>2021-10-20</c>, <c>20/10/2564</c>, <c>20 ต.ค. 2564</c> or <c>๒๐ ตุลาคม ๒๕๖๔</c>, the
    /// year of either era: from 2400 on it is of the Buddhist.
    /// </summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        if (text.Length > LongestDate)
        {
            return false;
        }
        var parts = ThaiNumerals.ToWestern(text.Trim()).Split(['/', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3)
        {
            return false;
        }
        var (first, month, last) = (Number(parts[0]), Month(parts[1]), Number(parts[2]));
        var (day, year) = first > 31 ? (last, first) : (first, last);
        year = year >= FirstBuddhistYear ? year - BuddhistOffset : year;
        if (year is < 1900 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The year of the Buddhist Era.</summary>
    public static int BuddhistYear(DateOnly date) => date.Year + BuddhistOffset;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Month(string text)
    {
        for (var month = 0; month < Months.Count; month++)
        {
            if (text == Months[month] || text == ShortMonths[month])
            {
                return month + 1;
            }
        }
        return Number(text);
    }

    private static string Write(DateOnly date, IReadOnlyList<string> months) => ThaiNumerals.ToThai(
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {months[date.Month - 1]} {BuddhistYear(date)}"));
}
