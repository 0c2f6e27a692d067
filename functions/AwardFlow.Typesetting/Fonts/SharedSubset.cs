using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>What the subsets of many documents begin with: its tables are made and compressed once, and it changes no more.</summary>
internal sealed class SharedSubset
{
    /// <param name="subset">The subset of a document that has what the others share.</param>
    public SharedSubset(FontSubset subset)
    {
        Subset = subset;
        var tables = GlyphTables.Of(subset.Glyphs, 0);
        (Outlines, Offsets, Metrics) = (new SharedTable(tables.Outlines), new SharedTable(tables.Offsets), new SharedTable(tables.Metrics));
        Widths = FontObjects.Widths(subset);
        TextMap = SharedPiece.Of(ToUnicode.Beginning(subset.Encoded));
    }

    /// <summary>The subset.</summary>
    public FontSubset Subset { get; }

    /// <summary>The beginning of the table <c>glyf</c>.</summary>
    public SharedTable Outlines { get; }

    /// <summary>The beginning of the table <c>loca</c>, without its first entry.</summary>
    public SharedTable Offsets { get; }

    /// <summary>The beginning of the table <c>hmtx</c>.</summary>
    public SharedTable Metrics { get; }

    /// <summary>The widths of the glyphs that text is set with, as PDF has them.</summary>
    public string Widths { get; }

    /// <summary>The beginning of the map from glyphs to text.</summary>
    public SharedPiece TextMap { get; }
}
