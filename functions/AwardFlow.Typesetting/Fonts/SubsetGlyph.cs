namespace AwardFlow.Typesetting.Fonts;

/// <summary>A glyph of a subset as a TrueType file has it.</summary>
/// <param name="Outline">Its entry in the table <c>glyf</c>; empty for a blank glyph.</param>
/// <param name="Advance">Its width in font units.</param>
/// <param name="LeftBearing">Where its ink begins, in font units.</param>
internal readonly record struct SubsetGlyph(byte[] Outline, int Advance, short LeftBearing);
