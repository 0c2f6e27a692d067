using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Letters;

/// <summary>The numbers of letters, as the letters say them.</summary>
public static class LetterNumbers
{
    /// <summary>Of a running number the first and the last; else the number of all.</summary>
    /// <param name="letter">The wording, with the number's form.</param>
    /// <param name="year">The award's year, of the Buddhist Era.</param>
    /// <param name="letters">How many letters there are.</param>
    public static string Of(LetterWording letter, int year, int letters)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var first = Of(letter, year, letter.FirstNumber);
        var last = Of(letter, year, letter.FirstNumber + letters - 1);
        return letters <= 1 || first == last ? first : $"{first} – {last}";
    }

    private static string Of(LetterWording letter, int year, int? number) => ThaiNumerals.InText(
        Placeholders.Fill(letter.Number, name => (name == "year" ? year : number)?.ToString(CultureInfo.InvariantCulture) ?? ""));
}
