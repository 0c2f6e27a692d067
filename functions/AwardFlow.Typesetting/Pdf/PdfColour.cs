namespace AwardFlow.Typesetting.Pdf;

/// <summary>A colour in sRGB.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    /// <summary>Black, the colour of text that names no other.</summary>
    public static PdfColour Black => default;

    /// <summary>A shade of grey.</summary>
    /// <param name="level">0 for black to 255 for white.</param>
    public static PdfColour Grey(byte level) => new(level, level, level);
}
