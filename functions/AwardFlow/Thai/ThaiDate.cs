using System.Globalization;

namespace AwardFlow.Thai;

/// <summary>
/// Dates as official letters write them: day, month and year of the Buddhist Era (543 years ahead of the Gregorian
/// calendar since 1941), in Thai digits.
/// </summary>
public static class ThaiDate
{
    private const int BuddhistOffset = 543;

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

    /// <summary>The year of the Buddhist Era.</summary>
    public static int BuddhistYear(DateOnly date) => date.Year + BuddhistOffset;

    private static string Write(DateOnly date, IReadOnlyList<string> months) => ThaiNumerals.ToThai(
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {months[date.Month - 1]} {BuddhistYear(date)}"));
}
