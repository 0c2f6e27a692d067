using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Receipts;

/// <summary>A receipt as a person writes it, text by text.</summary>
/// <param name="Number">The register number.</param>
/// <param name="Day">The day of the month, in Western or Thai digits.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Year">The year, of the Buddhist or the Christian era: below 2400 it is the latter.</param>
/// <param name="Time">The time by Thai clocks: <c>11.00</c>, <c>11:00</c>, in Western or Thai digits, with or without น. behind, its dot or not.</param>
/// <param name="Division">The division that the letter goes to.</param>
/// <param name="Name">Who registered it; may be empty.</param>
public sealed record ReceiptForm(string Number, string Day, string Month, string Year, string Time, string Division, string Name)
{
    /// <summary>The most characters of a register number.</summary>
    public const int LongestNumber = 40;

    /// <summary>The most characters of a division or a name.</summary>
    public const int LongestText = 200;

    private const int FirstBuddhistYear = 2400;
    private const int BuddhistOffset = 543;

    private static readonly string[] TimeFormats = ["H.mm", "H:mm", "HH.mm", "HH:mm"];

    // Clocks differ; a stamp of today is never ahead.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(15);

    /// <summary>A form with nothing but a date and time.</summary>
    /// <param name="now">The time.</param>
    public static ReceiptForm At(DateTimeOffset now) => Of(new Receipt("", now, null, null));

    /// <summary>A form that is filled in. Its year is of the Buddhist Era in either language, as it stands in a stamp.</summary>
    /// <param name="receipt">With what.</param>
    public static ReceiptForm Of(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var at = ThaiTime.Of(receipt.At);
        return new ReceiptForm(
            receipt.RegisterNumber,
            at.Day.ToString(CultureInfo.InvariantCulture),
            at.Month.ToString(CultureInfo.InvariantCulture),
            (at.Year + BuddhistOffset).ToString(CultureInfo.InvariantCulture),
            at.ToString("HH'.'mm", CultureInfo.InvariantCulture),
            receipt.Division ?? "",
            receipt.Name ?? "");
    }

    /// <summary>Reads the form.</summary>
    /// <param name="mailedAt">When the letter was mailed.</param>
    /// <param name="now">The time.</param>
    /// <param name="faults">All that is wrong with it, in the form's order.</param>
    /// <returns>The receipt; null where anything is wrong.</returns>
    public Receipt? Read(DateTimeOffset mailedAt, DateTimeOffset now, out IReadOnlyList<ReceiptFault> faults)
    {
        var found = new List<ReceiptFault>();
        var (number, division, name) = (Line(Number), Line(Division), Line(Name));
        var at = Moment(found);
        Receipt? receipt = null;
        if (at is { } moment)
        {
            receipt = new Receipt(number, moment, division.Length > 0 ? division : null, name.Length > 0 ? name : null);
            found.AddRange(Faults(receipt, mailedAt, now));
        }
        else
        {
            found.AddRange(Faults(new Receipt(number, now, division, name), mailedAt, now));
        }
        if (division.Length == 0)
        {
            found.Add(ReceiptFault.DivisionMissing);
        }
        faults = [.. found.Order()];
        return faults.Count == 0 ? receipt : null;
    }

    /// <summary>What is wrong with a receipt, whoever wrote it.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="mailedAt">When the letter was mailed.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<ReceiptFault> Faults(Receipt receipt, DateTimeOffset mailedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.RegisterNumber.Length == 0)
        {
            yield return ReceiptFault.NumberMissing;
        }
        if (receipt.RegisterNumber.Length > LongestNumber)
        {
            yield return ReceiptFault.NumberTooLong;
        }
        if (ThaiTime.Of(receipt.At).Date < ThaiTime.Of(mailedAt).Date)
        {
            yield return ReceiptFault.DateTooEarly;
        }
        if (receipt.At > now + ClocksDiffer)
        {
            yield return ReceiptFault.DateAhead;
        }
        if (receipt.Division?.Length > LongestText)
        {
            yield return ReceiptFault.DivisionTooLong;
        }
        if (receipt.Name?.Length > LongestText)
        {
            yield return ReceiptFault.NameTooLong;
        }
    }

    /// <summary>A text as one line: line breaks and other control characters are blanks.</summary>
    public static string Line(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private DateTimeOffset? Moment(List<ReceiptFault> faults)
    {
        var day = WholeNumber(Day);
        var month = WholeNumber(Month);
        var written = WholeNumber(Year);
        var year = written >= FirstBuddhistYear ? written - BuddhistOffset : written;
        var dated = year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        var clock = ThaiNumerals.ToWestern(Line(Time));
        clock = (clock.EndsWith("น.", StringComparison.Ordinal) ? clock[..^2] : clock.EndsWith('น') ? clock[..^1] : clock).TrimEnd();
        var timed = TimeOnly.TryParseExact(clock, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!dated)
        {
            faults.Add(ReceiptFault.DateWrong);
        }
        if (!timed)
        {
            faults.Add(ReceiptFault.TimeWrong);
        }
        return dated && timed ? new DateTimeOffset(new DateOnly(year, month, day), time, ThaiTime.Offset) : null;
    }

    private static int WholeNumber(string text) =>
        int.TryParse(ThaiNumerals.ToWestern(text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
