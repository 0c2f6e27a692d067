using System.Text.RegularExpressions;

namespace AwardFlow.Thai;

/// <summary>Telephone numbers as people write them: <c>๐ ๒๖๑๒ ๖๐๐๐ ต่อ ๔๓๐๕</c>, <c>0-2612-6000, 081 234 5678</c>.</summary>
public static partial class TelephoneNumber
{
    /// <summary>The link by which a telephone dials the first number of a text (RFC 3966); null where there is none.</summary>
    /// <remarks>An extension or a second number is left out: a telephone would dial it with the rest.</remarks>
    public static string? Link(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // +66 (0) 2612 6000: the zero in brackets is dialled only within the country.
        var number = First().Match(ThaiNumerals.ToWestern(text).Replace("(0)", "", StringComparison.Ordinal));
        return number.Success ? $"tel:{string.Concat(number.Value.Where(c => char.IsAsciiDigit(c) || c == '+'))}" : null;
    }

    // At least three digits, as the shortest numbers have.
    [GeneratedRegex(@"\+?[0-9](?:[ ().\-]*[0-9]){2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();
}
