namespace AwardFlow.Typesetting.Fonts;

/// <summary>A glyph of a subset that text was set with.</summary>
/// <param name="Id">Its id in the subset.</param>
/// <param name="Text">The text that it stands for.</param>
/// <param name="Advance">Its width in font units.</param>
internal readonly record struct EncodedGlyph(ushort Id, string Text, int Advance);
