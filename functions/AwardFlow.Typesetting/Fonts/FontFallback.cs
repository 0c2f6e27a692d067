using System.Globalization;
using System.Text;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// Fonts under the SIL Open Font License for what Sarabun lacks: of the Noto family for Lao, symbols and emoji as text, and
/// Chocolate Classical Sans for Chinese and Japanese (Noto's comes in nine weights of 10 MB each). A font is read when the
/// first text needs it.
/// </summary>
internal static class FontFallback
{
    private static readonly Lazy<FontFace>[] Faces =
    [
        new(static () => Sarabun.Load("NotoSansLao-Regular")),
        new(static () => Sarabun.Load("NotoSansSymbols2-Regular")),
        new(static () => Sarabun.Load("ChocolateClassicalSans-Regular")),
        new(static () => Sarabun.Load("NotoEmoji-Regular")),
    ];

    /// <summary>The stretches of a text, each with the face that draws it: the first that has its characters.</summary>
    /// <param name="face">The face that is asked for.</param>
    /// <param name="text">The text.</param>
    public static List<(FontFace Face, int Start, int Length)> Stretches(FontFace face, string text)
    {
        var stretches = new List<(FontFace Face, int Start, int Length)>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            var drawnBy = stretches.Count > 0 && Follows(rune) ? stretches[^1].Face : Of(face, rune);
            if (stretches.Count > 0 && ReferenceEquals(stretches[^1].Face, drawnBy))
            {
                stretches[^1] = stretches[^1] with { Length = stretches[^1].Length + length };
            }
            else
            {
                stretches.Add((drawnBy, at, length));
            }
            at += length;
        }
        return stretches;
    }

    // Marks, joiners and the like are drawn with the letter before them.
    private static bool Follows(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private static FontFace Of(FontFace face, Rune rune)
    {
        if (face.Has(rune))
        {
            return face;
        }
        foreach (var fallback in Faces)
        {
            if (fallback.Value.Has(rune))
            {
                return fallback.Value;
            }
        }
        return face;
    }
}
