using System.Buffers;
using System.Globalization;
using System.Text;

namespace AwardFlow.Thai;

/// <summary>
/// One rule for texts that people write, at every door: Thai in one spelling; no byte order mark and no marks of direction,
/// which nobody sees and searches stumble over; every space is a plain one; a line break of any kind is a new line where lines are meant, else a space.
/// </summary>
public static class WrittenText
{
    // Most texts are of nothing else: what is printed of ASCII, and the Thai block.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('\u0e01', '\u0e5b' - '\u0e01' + 1)).Select(c => (char)c)]);

    /// <summary>A text of one line.</summary>
    public static string Line(string text)
    {
        var lines = Lines(text);
        return lines.Contains('\n', StringComparison.Ordinal)
            ? string.Join(' ', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : lines;
    }

    /// <summary>A text of one line or several, parted by line feeds.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ThaiSpelling.Canonical(text.AsSpan().IndexOfAnyExcept(Plain) < 0 ? text : Cleaned(text));
    }

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }
            if (!IsUnseen(c) && !(c == '\u200d' && !JoinsSymbols(text, i)))
            {
                cleaned.Append(IsLineBreak(c) ? '\n' : c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c);
            }
        }
        return cleaned.ToString();
    }

    /// <summary>Whether a character ends a line, whatever program wrote it.</summary>
    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>
    /// Whether nobody sees a character and nothing looks otherwise for it: byte order mark, soft hyphen, marks of direction
    /// (Unicode Standard Annex 9) and their like that are out of use, the non-joiner, and the operators that formulas imply.
    /// </summary>
    public static bool IsUnseen(char c) => c is '\ufeff' or '\u00ad' or '\u061c' or '\u180e' or '\u200c' or '\u200e' or '\u200f'
        or (>= '\u202a' and <= '\u202e') or (>= '\u2061' and <= '\u206f');

    // A joiner makes one emoji of two; between letters of our scripts it does nothing.
    private static bool JoinsSymbols(string text, int at) =>
        at > 0 && (char.IsLowSurrogate(text[at - 1]) || text[at - 1] is '\ufe0f' or (>= '\u2600' and <= '\u27bf'));
}
