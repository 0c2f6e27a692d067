using System.Text;
using AwardFlow.Delivery;
using AwardFlow.Thai;

namespace AwardFlow.Receipts;

/// <summary>What a receiving desk stamps on a letter.</summary>
/// <param name="RegisterNumber">The register number (เลขรับ), as the desk writes it.</param>
/// <param name="At">Date and time of the stamp.</param>
/// <param name="Division">The division that the letter goes to, if it is said.</param>
/// <param name="Name">Who registered it, if it is said.</param>
public sealed record Receipt(string RegisterNumber, DateTimeOffset At, string? Division, string? Name)
{
    /// <summary>The receipt that is kept with a letter; null for none.</summary>
    public static Receipt? Of(RegistrationStamp? stamp) => stamp is null ? null : new Receipt(stamp.Number, stamp.At, stamp.Division, stamp.Name);

    /// <summary>What is kept of it with the letter.</summary>
    /// <param name="telephonedTo">Who wrote it down, where it came by telephone; null where the recipient wrote it.</param>
    public RegistrationStamp Stamp(string? telephonedTo) =>
        new() { Number = RegisterNumber, At = At, Division = Division, Name = Name, TelephonedTo = telephonedTo };

    /// <summary>The stamp's lines: <c>รับที่ ๒๙๒๑</c>, <c>วันที่ ๒๘ ต.ค. ๒๕๖๔</c>, <c>เวลา ๑๑.๐๐ น.</c></summary>
    public IReadOnlyList<string> StampLines()
    {
        var at = ThaiTime.Of(At);
        return
        [
            $"รับที่ {ThaiNumerals.ToThai(RegisterNumber)}",
            $"วันที่ {ThaiDate.InShort(DateOnly.FromDateTime(at.DateTime))}",
            $"เวลา {ThaiTime.InShort(at)}",
        ];
    }

    /// <summary>The stamp in one line, with division and name: <c>รับที่ ๒๙๒๑ วันที่ ๒๘ ต.ค. ๒๕๖๔ เวลา ๑๑.๐๐ น. กองคลัง (นางสาวสมศรี)</c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder(string.Join(' ', StampLines()));
        if (Division is not null)
        {
            line.Append(' ').Append(Division);
        }
        if (Name is not null)
        {
            line.Append(" (").Append(Name).Append(')');
        }
        return line.ToString();
    }
}
