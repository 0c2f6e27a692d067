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

    /// <summary>
    /// The stretches of a text, each with the face that draws it: of a letter with its marks, and of a sequence that is seen
    /// as one, the first that has all of it. Where none has, each character is drawn by the first that has it.
    /// </summary>
    /// <param name="face">The face that is asked for.</param>
    /// <param name="text">The text.</param>
    public static List<(FontFace Face, int Start, int Length)> Stretches(FontFace face, string text)
    {
        var stretches = new List<(FontFace Face, int Start, int Length)>();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var seen = text.AsSpan(at, length);
            if (OfAll(face, seen) is { } whole)
            {
                Add(stretches, whole, at, length);
            }
            else
            {
                var start = at;
                foreach (var rune in seen.EnumerateRunes())
                {
                    Add(stretches, IsUndrawn(rune) && stretches.Count > 0 ? stretches[^1].Face : Of(face, rune), start, rune.Utf16SequenceLength);
                    start += rune.Utf16SequenceLength;
                }
            }
            at += length;
        }
        return stretches;
    }

    private static void Add(List<(FontFace Face, int Start, int Length)> stretches, FontFace face, int start, int length)
    {
        if (stretches.Count > 0 && ReferenceEquals(stretches[^1].Face, face))
        {
            stretches[^1] = stretches[^1] with { Length = stretches[^1].Length + length };
        }
        else
        {
            stretches.Add((face, start, length));
        }
    }

    /// <summary>Whether a character only says how others look, so that no font need have it: joiners and variation selectors.</summary>
    public static bool IsUndrawn(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is (>= 0xfe00 and <= 0xfe0f) or 0x034f or (>= 0xe0100 and <= 0xe01ef);

    private static FontFace? OfAll(FontFace face, ReadOnlySpan<char> seen)
    {
        if (HasAll(face, seen))
        {
            return face;
        }
        foreach (var fallback in Faces)
        {
            if (HasAll(fallback.Value, seen))
            {
                return fallback.Value;
            }
        }
        return null;
    }

    private static bool HasAll(FontFace face, ReadOnlySpan<char> seen)
    {
        foreach (var rune in seen.EnumerateRunes())
        {
            if (!IsUndrawn(rune) && !face.Has(rune))
            {
                return false;
            }
        }
        return true;
    }

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
