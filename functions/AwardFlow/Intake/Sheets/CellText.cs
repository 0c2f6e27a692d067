using System.Globalization;
using System.Text;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>How the texts of cells are understood.</summary>
internal static class CellText
{
    // Of a longer one decimal would drop digits without a word.
    private const int MostDigits = 25;

    private const int LongestQuoted = 100;

    /// <summary>Stands where a character was lost (U+FFFD), here or in a program before.</summary>
    public const char Lost = '\ufffd';

    /// <summary>
    /// The text without what nobody sees: outer spaces, zero-width characters, and unlike spellings of one text (Unicode
    /// NFC), by the rule of <see cref="WrittenText"/>: a line break of any kind is a line feed.
    /// Half a character, which no font can draw and UTF-8 cannot hold, becomes <see cref="Lost"/>.
    /// </summary>
    public static string Clean(string text)
    {
        if (Ascii.IsValid(text) && text.AsSpan().IndexOfAny('\t', '\v', '\f') < 0)
        {
            return text.Trim();
        }
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                visible.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || c is '\ufffe' or '\uffff')
            {
                visible.Append(Lost);
            }
            else if (!IsInvisible(c))
            {
                visible.Append(
                    c is not '\r' && WrittenText.IsLineBreak(c) ? '\n' : c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c);
            }
        }
        return ThaiSpelling.Canonical(visible.ToString().Trim());
    }

    /// <summary>A cleaned text as names are compared: one spelling of Thai marks, single spaces.</summary>
    public static string Name(string text) =>
        string.Join(' ', ThaiSpelling.Canonical(text).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A cleaned text as codes are compared: a <see cref="Name"/> with Western digits. Case does not matter to codes.</summary>
    public static string Code(string text) => ThaiNumerals.ToWestern(Name(text));

    /// <summary>Whether the cell says that there is no value: blank or a dash.</summary>
    public static bool IsMissing(string text) => text is "" or "-" or "–" or "—" or "‐" or "‑" or "−";

    /// <summary>Reads a number in Western or Thai digits, with a decimal point.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        number = 0;
        return text.Length <= MostDigits && decimal.TryParse(
            ThaiNumerals.ToWestern(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads a number with a decimal comma.</summary>
    public static bool TryCommaNumber(string text, out decimal number)
    {
        number = 0;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && comma < text.Length - 1 && char.IsDigit(text[comma - 1]) && char.IsDigit(text[comma + 1])
            && text.IndexOf('.', StringComparison.Ordinal) < 0 && TryNumber(text.Replace(',', '.'), out number);
    }

    /// <summary>A value as it is quoted to people: short enough to read, and a whole number of characters.</summary>
    public static string Quoted(string text) =>
        text.Length <= LongestQuoted ? text : text[..(char.IsHighSurrogate(text[LongestQuoted - 1]) ? LongestQuoted - 1 : LongestQuoted)] + "…";

    // Zero-width spaces and joiners too, which come with what was copied from pages and would tell equal names apart.
    private static bool IsInvisible(char c) => WrittenText.IsUnseen(c) || c is '\u200b' or '\u200d' or '\u2060';
}
