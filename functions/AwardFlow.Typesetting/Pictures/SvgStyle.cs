using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>How a shape of an SVG picture is painted.</summary>
internal sealed record SvgStyle
{
    /// <summary>What holds where a picture says nothing (SVG 1.1, 11.2).</summary>
    public static SvgStyle Initial { get; } = new();

    /// <summary>What inside and outline are painted with that are painted in <c>currentColor</c>.</summary>
    public PdfColour Colour { get; init; } = PdfColour.Black;

    /// <summary>What the inside is painted with.</summary>
    public SvgPaint Inside { get; init; } = SvgPaint.Of(PdfColour.Black);

    /// <summary>What the outline is painted with.</summary>
    public SvgPaint Outline { get; init; } = SvgPaint.None;

    /// <summary>The colour inside; null for none.</summary>
    public PdfColour? Fill => Inside.In(Colour);

    /// <summary>The colour of the outline; null for none.</summary>
    public PdfColour? Stroke => StrokeWidth > 0 ? Outline.In(Colour) : null;

    /// <summary>The width of the outline, 0 for none.</summary>
    public double StrokeWidth { get; init; } = 1;

    /// <summary>How lines end, as PDF counts: 0 butt, 1 round, 2 square.</summary>
    public int LineCap { get; init; }

    /// <summary>How lines meet, as PDF counts: 0 mitre, 1 round, 2 bevel.</summary>
    public int LineJoin { get; init; }

    /// <summary>How far a mitre may reach, as a multiple of the outline's width: 1 or more.</summary>
    public double MitreLimit { get; init; } = 4;

    /// <summary>Whether what is inside is told by the even-odd rule.</summary>
    public bool EvenOdd { get; init; }

    /// <summary>Whether the outline lies under what is inside.</summary>
    public bool IsStrokedFirst { get; init; }

    /// <summary>Whether the element is drawn, with all that is in it (<c>display</c>).</summary>
    public bool IsDisplayed { get; init; } = true;

    /// <summary>Whether the shape itself is seen; what is in it may be all the same (<c>visibility</c>).</summary>
    public bool IsVisible { get; init; } = true;
}
