using System.Globalization;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// The smallest piece of text that is drawn whole: a Thai consonant with its vowels and tone mark, or one letter of
/// another script. A PDF gets one glyph a shape, so that no reader can lose a mark or take a cluster apart.
/// </summary>
/// <param name="Face">The font that draws it.</param>
/// <param name="Text">The characters that the shape stands for.</param>
/// <param name="Glyphs">What is drawn; never empty.</param>
/// <param name="Advance">The width before kerning, in font units.</param>
internal sealed record ClusterShape(FontFace Face, string Text, PlacedGlyph[] Glyphs, int Advance)
{
    /// <summary>The text up to the first mark that takes no room of its own, such as ท of ที่ and all of กำ.</summary>
    public string Base => Text[..FirstMark()];

    /// <summary>The text from there on, such as ี่ of ที่ and ้ำ of น้ำ; empty where there is none.</summary>
    public string Marks => Text[FirstMark()..];

    /// <summary>Whether the font's own glyph serves as it is.</summary>
    public bool IsPlainGlyph => Glyphs is [{ X: 0, Y: 0 }];

    /// <summary>Whether the shape is white space, at which a line may be stretched.</summary>
    public bool IsSpace => Text is " " or "\u00a0";

    /// <summary>Whether the shape is a letter of the Thai script, with its marks; Thai digits are not.</summary>
    public bool IsThaiLetter => Text[0] is >= 'ก' and <= 'ๅ';

    public bool Equals(ClusterShape? other) =>
        other is not null && ReferenceEquals(Face, other.Face) && Advance == other.Advance && string.Equals(Text, other.Text, StringComparison.Ordinal)
        && Glyphs.AsSpan().SequenceEqual(other.Glyphs);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Text, StringComparer.Ordinal);
        foreach (var glyph in Glyphs)
        {
            hash.Add(glyph);
        }
        return hash.ToHashCode();
    }

    private int FirstMark()
    {
        var mark = 1;
        while (mark < Text.Length
            && char.GetUnicodeCategory(Text, mark) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
        {
            mark++;
        }
        return mark;
    }
}
