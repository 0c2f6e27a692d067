using System.IO.Hashing;
using System.Runtime.InteropServices;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// What the fonts of many documents have in common. An example of the documents is drawn once; the others then begin their
/// fonts with its glyphs, which are compressed already. Safe for use by many threads.
/// </summary>
public sealed class SharedFonts
{
    private readonly Dictionary<FontFace, (string Name, SharedSubset Subset)> _subsets;

    private SharedFonts(Dictionary<FontFace, (string Name, SharedSubset Subset)> subsets)
    {
        _subsets = subsets;
        var hash = new XxHash128();
        foreach (var (face, (name, subset)) in subsets)
        {
            hash.Append(MemoryMarshal.AsBytes($"{face.Name} {name} {subset.Widths}".AsSpan()));
            hash.Append(subset.Outlines.Piece.Data);
            hash.Append(subset.TextMap.Data);
        }
        Key = hash.GetCurrentHashAsUInt128();
    }

    /// <summary>Differs where any glyph has another id.</summary>
    internal UInt128 Key { get; }

    /// <summary>How many fonts there are.</summary>
    internal int Count => _subsets.Count;

    /// <summary>The fonts of an example.</summary>
    /// <param name="example">A document, drawn; nothing more may be drawn on it.</param>
    public static SharedFonts Of(PdfDocument example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new SharedFonts(example.Fonts.ToDictionary(font => font.Subset.Face, font => (font.Name, new SharedSubset(font.Subset))));
    }

    internal (string Name, SharedSubset Subset)? Of(FontFace face) => _subsets.TryGetValue(face, out var font) ? font : null;
}
