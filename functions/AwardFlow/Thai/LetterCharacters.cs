using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Thai;

/// <summary>Tells whether documents can be set with a text: every character must be in the fonts, or it would print as a box.</summary>
public static class LetterCharacters
{
    private const int MostNamed = 10;

    /// <summary>What is wrong with a text, naming the characters that the fonts lack; null where nothing is.</summary>
    /// <param name="text">The text; line breaks count for nothing.</param>
    public static string? Problem(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        var missing = Sarabun.Regular.Missing(line).Union(Sarabun.Bold.Missing(line), StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return null;
        }
        var named = string.Join(", ", missing.Take(MostNamed).Select(Name));
        return $"holds characters that the letters' font lacks: {named}{(missing.Count > MostNamed ? " and more" : "")}";
    }

    private static string Name(string character)
    {
        var rune = character.EnumerateRunes().First();
        var shown = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? "" : $"{character} ";
        return string.Create(CultureInfo.InvariantCulture, $"{shown}(U+{rune.Value:X4})");
    }
}
