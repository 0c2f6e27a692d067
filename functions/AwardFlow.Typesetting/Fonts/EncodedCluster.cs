namespace AwardFlow.Typesetting.Fonts;

/// <summary>The glyphs of a subset that a cluster is written with.</summary>
/// <param name="Glyph">Draws the cluster and stands for its base.</param>
/// <param name="Marks">Draws nothing, has no width, and stands for the cluster's marks; null where it has none.</param>
internal readonly record struct EncodedCluster(ushort Glyph, ushort? Marks);
