using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>Numbers the entries of a list without codes, in its order, from a first code on: LG-001, LG-002, …</summary>
public sealed partial class EntryNumbering
{
    private readonly string _before;
    private readonly int _digits;
    private long _next;

    private EntryNumbering(string before, int digits, long next) => (_before, _digits, _next) = (before, digits, next);

    /// <summary>Takes the first code.</summary>
    /// <param name="first">A code that ends in a number of at most nine digits.</param>
    /// <returns>Null where it is none.</returns>
    public static EntryNumbering? From(string first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var code = CellText.Code(CellText.Clean(first));
        return EntryCode.IsValid(code) && Number().Match(code) is { Success: true } number
            ? new EntryNumbering(code[..number.Index], number.Length, long.Parse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }

    internal EntryCode Next() => EntryCode.Unchecked(_before + _next++.ToString($"D{_digits}", CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9]{1,9}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
