namespace AwardFlow.Typesetting.Fonts;

/// <summary>A rectangle in font units, as glyph headers have it.</summary>
internal readonly record struct GlyphBox(short Left, short Bottom, short Right, short Top)
{
    /// <summary>The smallest box around both.</summary>
    public GlyphBox Union(GlyphBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    /// <summary>The box moved by a distance in font units.</summary>
    public GlyphBox Offset(short x, short y) => new((short)(Left + x), (short)(Bottom + y), (short)(Right + x), (short)(Top + y));
}
