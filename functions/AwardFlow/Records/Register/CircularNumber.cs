using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Thai;

namespace AwardFlow.Records.Register;

/// <summary>What a letter that has one number for all recipients is registered under: <c>สพร 2564/ว2425</c> under 2425.</summary>
internal static partial class CircularNumber
{
    /// <summary>The digits after ว, else the last that are not the year; null where there are none, or too many.</summary>
    /// <param name="letterNumber">The letter's number, in Thai or Western digits.</param>
    /// <param name="year">The letter's year of the Buddhist Era.</param>
    public static int? Of(string letterNumber, int year)
    {
        var western = ThaiNumerals.ToWestern(letterNumber);
        var groups = Digits().Matches(western).ToList();
        var digits = groups.FindLast(group => western[..group.Index].TrimEnd().EndsWith('ว'))
            ?? groups.FindLast(group => group.Value != year.ToString(CultureInfo.InvariantCulture)) ?? groups.LastOrDefault();
        return int.TryParse(digits?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
