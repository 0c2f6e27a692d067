namespace AwardFlow.Typesetting.Fonts;

/// <summary>A stretch of text in one font, such as a bold word.</summary>
/// <param name="Text">The text, without line breaks.</param>
/// <param name="Face">The font.</param>
public sealed record TextSpan(string Text, FontFace Face);
