using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>How a shape of an SVG picture is painted.</summary>
internal sealed record SvgStyle
{
    /// <summary>What holds where a picture says nothing (SVG 1.1, 11.2).</summary>
    public static SvgStyle Initial { get; } = new();

    /// <summary>The colour inside; null for none.</summary>
    public PdfColour? Fill { get; init; } = PdfColour.Black;

    /// <summary>The colour of the outline; null for none.</summary>
    public PdfColour? Stroke { get; init; }

    /// <summary>The width of the outline.</summary>
    public double StrokeWidth { get; init; } = 1;

    /// <summary>How lines end, as PDF counts: 0 butt, 1 round, 2 square.</summary>
    public int LineCap { get; init; }

    /// <summary>How lines meet, as PDF counts: 0 mitre, 1 round, 2 bevel.</summary>
    public int LineJoin { get; init; }

    /// <summary>Whether what is inside is told by the even-odd rule.</summary>
    public bool EvenOdd { get; init; }

    /// <summary>Whether the shape is drawn at all.</summary>
    public bool IsShown { get; init; } = true;
}
