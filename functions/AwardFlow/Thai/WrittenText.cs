using System.Text;

namespace AwardFlow.Thai;

/// <summary>
/// One rule for texts that people write, at every door: Thai in one spelling; no byte order mark and no marks of direction,
/// which nobody sees and searches stumble over; a line break of any kind is a new line where lines are meant, else a space.
/// </summary>
public static class WrittenText
{
    /// <summary>A text of one line.</summary>
    public static string Line(string text)
    {
        var lines = Lines(text);
        return lines.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : lines;
    }

    /// <summary>A text of one line or several, parted by line feeds.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ThaiSpelling.Canonical(text.AsSpan().IndexOfAnyExceptInRange(' ', '\u0e7f') < 0 ? text : Cleaned(text));
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
            if (!IsUnseen(c))
            {
                cleaned.Append(c is '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' ? '\n' : c == '\t' ? ' ' : c);
            }
        }
        return cleaned.ToString();
    }

    // Byte order mark, soft hyphen, and the marks of direction (Unicode Standard Annex 9).
    private static bool IsUnseen(char c) => c is '\ufeff' or '\u00ad' or '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
