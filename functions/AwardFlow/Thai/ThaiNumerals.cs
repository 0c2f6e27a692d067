using System.Text.RegularExpressions;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Thai;

/// <summary>Thai digits, ๐ to ๙ (U+0E50 to U+0E59).</summary>
public static partial class ThaiNumerals
{
    /// <summary>Writes every Western digit of a text as the Thai one; all else stays.</summary>
    public static string ToThai(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (digits, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                digits[i] = char.IsAsciiDigit(source[i]) ? (char)(source[i] - '0' + '๐') : source[i];
            }
        });
    }

    /// <summary>
    /// Writes the numbers of a running text in Thai digits. What is written with Latin letters (5G, COVID-19, an e-mail
    /// address) stays as it is spelled, and so do web addresses, the numbers of standards (ISO 9001:2015, PM 2.5) and
    /// versions (Windows 11, Wi-Fi 6). What is counted after a Latin word is a number like others: LINE ๕๐๐ คน.
    /// </summary>
    public static string InText(string text) =>
        Word().Replace(text, static word => word.Value.Any(char.IsAsciiLetter) || word.Value[^1] == Keycap ? word.Value : ToThai(word.Value));

    /// <summary>Writes every Thai digit of a text as the Western one; all else stays.</summary>
    public static string ToWestern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (digits, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                digits[i] = source[i] is >= '๐' and <= '๙' ? (char)(source[i] - '๐' + '0') : source[i];
            }
        });
    }

    // Makes an emoji of a digit.
    private const char Keycap = '\u20e3';

    private const string Address = @"(?:https?://|www\.|(?<![A-Za-z0-9.-])(?>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?<=\.[A-Za-z]{2,})/)[^\s“”""<>]+";

    // A number is read to its end whatever follows it, and no year of the Buddhist Era is part of a code.
    private const string Standard = @"(?:ISO|IEC|IEEE|EN|BS|JIS|ASTM|RFC|PM)(?:/[A-Z]+)* (?![0-9]*[A-Za-z])(?>[0-9][0-9.:/,-]*)";
    private const string Code = "[A-Z][A-Z0-9/.-]+ (?!2[4-6][0-9][0-9](?![0-9]))(?>[0-9][0-9.:/,-]*)(?![ก-๎A-Za-z]|" + CountedThings.Pattern + ")";
    private const string Version = @"[A-Z][A-Za-z-]+ (?>[0-9]{1,2}(?:\.[0-9]{1,2})*)(?![0-9ก-๎A-Za-z]|[.:/,-][0-9]|" + CountedThings.Pattern + ")";

    [GeneratedRegex(
        "[0-9]\ufe0f?\u20e3|" + Address + "|(?<![A-Za-z0-9])(?:" + Standard + "|" + Code + "|" + Version
            + ")|[0-9]{1,3}(?:,[0-9]{3})+[A-Za-z][A-Za-z0-9/]*|[A-Za-z0-9@._/+:?&=%#~-]+",
        RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Word();
}
