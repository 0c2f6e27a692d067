using System.Buffers;
using System.Globalization;
using System.Text;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Web.Access;

/// <summary>The names of people: in any script, as they write them, and told apart whatever their case, spaces and Unicode form.</summary>
public static class PersonName
{
    /// <summary>How many characters a name, or a title, may have.</summary>
    public const int Longest = 100;

    // Between letters nobody sees them.
    private static readonly SearchValues<char> Joiners = SearchValues.Create("\u180e\u200c\u200d\u2060\u2061\u2062\u2063\u2064");

    /// <summary>Takes a name as it is typed.</summary>
    /// <returns>The name in one spelling; null where it is none, or stands for nobody.</returns>
    public static string? Read(string text) => Line(text) is { } name && KeyOf(name) != KeyOf(Actor.AnybodyHere) ? name : null;

    /// <summary>Takes a name or a title as it is typed.</summary>
    /// <returns>The text in one spelling; null where it is empty, too long, or has what nobody can see.</returns>
    public static string? Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 4 * Longest || !IsSound(text) || text.AsSpan().IndexOfAny(Joiners) >= 0)
        {
            return null;
        }
        var line = string.Join(' ', WrittenText.Line(text).Split([' ', '\u00a0', '\u200b'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length is > 0 and <= Longest && !line.EnumerateRunes().Any(IsUnseen) && KeyOf(line).Length > 0 ? line : null;
    }

    /// <summary>The form in which names are compared.</summary>
    public static string KeyOf(string name) => ThaiSpelling.KeyOf(name);

    // Half a surrogate pair has no normal form.
    private static bool IsSound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || ++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value == 0xFFFD;
}
