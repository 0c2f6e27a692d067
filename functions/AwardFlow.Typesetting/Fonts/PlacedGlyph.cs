namespace AwardFlow.Typesetting.Fonts;

/// <summary>A glyph of a font and where it stands from the origin of its cluster, in font units.</summary>
internal readonly record struct PlacedGlyph(ushort Glyph, short X, short Y);
