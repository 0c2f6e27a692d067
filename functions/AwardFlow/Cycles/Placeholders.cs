using System.Collections.Frozen;
using System.Text;

namespace AwardFlow.Cycles;

/// <summary>
/// The placeholders of a cycle's wording: <c>{project}</c> stands for the work. <c>{{</c> and <c>}}</c> stand for braces.
/// </summary>
public static class Placeholders
{
    /// <summary>What is known of the cycle and of the entry: these may stand in the subject too, which mails carry.</summary>
    public static FrozenSet<string> OfEntry { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "award", "year", "title", "organiser", "date", "entry", "project", "organisation", "addressee", "province");

    /// <summary>What may stand in a register number: the running number and the year.</summary>
    public static FrozenSet<string> OfNumber { get; } = FrozenSet.Create(StringComparer.Ordinal, "number", "year");

    /// <summary>These, and what is known once the entry is scored.</summary>
    public static FrozenSet<string> OfResult { get; } = FrozenSet.Create(
        StringComparer.Ordinal, [.. OfEntry, "average", "averageInWords", "rank", "judges", "passMark", "maximum"]);

    /// <summary>What is wrong with a text, naming the placeholder; null where nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The names that may stand in it.</param>
    public static CodedText? Problem(string text, IReadOnlySet<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        CodedText? problem = null;
        Read(text, static _ => { }, name => problem ??= known.Contains(name) ? null : Unknown(name, known), at => problem ??= Unclosed(text, at));
        return problem;
    }

    /// <summary>Whether a text holds a placeholder, and not only its name in braces that are doubled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The placeholder's name.</param>
    public static bool Has(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = false;
        Read(text, static _ => { }, each => found |= each == name, static _ => { });
        return found;
    }

    /// <summary>Writes values where their placeholders stand.</summary>
    /// <param name="text">A text without a <see cref="Problem"/>.</param>
    /// <param name="value">Gives the value of a name.</param>
    /// <exception cref="FormatException">The text has a placeholder that is not closed.</exception>
    public static string Fill(string text, Func<string, string> value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(value);
        if (!text.AsSpan().ContainsAny('{', '}'))
        {
            return text;
        }
        var filled = new StringBuilder();
        Read(text, c => filled.Append(c), name => filled.Append(value(name)), at => throw new FormatException(Unclosed(text, at).Text.English));
        return filled.ToString();
    }

    private static void Read(string text, Action<char> plain, Action<string> placeholder, Action<int> unclosed)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                plain(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                plain(text[i++]);
            }
            else if (text[i] == '{' && text.AsSpan(i + 1).IndexOfAny('{', '}') is >= 0 and var length && text[i + 1 + length] == '}')
            {
                placeholder(text.Substring(i + 1, length));
                i += 1 + length;
            }
            else
            {
                unclosed(i);
            }
        }
    }

    private static CodedText Unknown(string name, IReadOnlySet<string> known) => OfResult.Contains(name)
        ? DefinitionTexts.TooEarlyPlaceholder(name)
        : DefinitionTexts.UnknownPlaceholder(name, string.Join(", ", known.Order(StringComparer.Ordinal).Select(each => $"{{{each}}}")));

    private static CodedText Unclosed(string text, int at) => text[at] == '{'
        ? DefinitionTexts.UnclosedPlaceholder(text.Substring(at, Math.Min(30, text.Length - at)))
        : DefinitionTexts.BraceClosesNothing(text.Substring(Math.Max(0, at - 29), Math.Min(30, at + 1)));
}
