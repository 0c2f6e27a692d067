using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Thai;

/// <summary>Tells whether documents can be set with a text: every character must be in the fonts, or it would print as a box.</summary>
public static class LetterCharacters
{
    private const int MostNamed = 10;

    /// <summary>The characters of a text that the fonts lack, as a list to show; null where there are none.</summary>
    /// <param name="text">The text; line breaks count for nothing.</param>
    public static string? Missing(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = ThaiLineBreaks.Drawn(text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text);
        var missing = Sarabun.Regular.Missing(line).Union(Sarabun.Bold.Missing(line), StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing.Take(MostNamed).Select(Name)) + (missing.Count > MostNamed ? ", …" : "");
    }

    private static string Name(string character)
    {
        var rune = character.EnumerateRunes().First();
        var shown = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? "" : $"{character} ";
        return string.Create(CultureInfo.InvariantCulture, $"{shown}(U+{rune.Value:X4})");
    }
}
