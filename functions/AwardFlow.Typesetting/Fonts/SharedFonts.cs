using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// What the fonts of many documents have in common. An example of the documents is drawn once; the others then begin their
/// fonts with its glyphs, which are compressed already. Safe for use by many threads.
/// </summary>
public sealed class SharedFonts
{
    private readonly Dictionary<FontFace, SharedSubset> _subsets;

    private SharedFonts(Dictionary<FontFace, SharedSubset> subsets) => _subsets = subsets;

    /// <summary>The fonts of an example.</summary>
    /// <param name="example">A document, drawn; nothing more may be drawn on it.</param>
    public static SharedFonts Of(PdfDocument example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new SharedFonts(example.Subsets.ToDictionary(subset => subset.Face, subset => new SharedSubset(subset)));
    }

    internal SharedSubset? Of(FontFace face) => _subsets.GetValueOrDefault(face);
}
