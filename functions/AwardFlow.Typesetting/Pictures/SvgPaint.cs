using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>What a shape is painted with: nothing, a colour, or the colour that the element has (<c>currentColor</c>).</summary>
internal readonly record struct SvgPaint
{
    private readonly PdfColour? _colour;
    private readonly bool _isCurrent;

    private SvgPaint(PdfColour? colour, bool isCurrent) => (_colour, _isCurrent) = (colour, isCurrent);

    public static SvgPaint None { get; } = new(null, isCurrent: false);

    public static SvgPaint Current { get; } = new(null, isCurrent: true);

    public static SvgPaint Of(PdfColour colour) => new(colour, isCurrent: false);

    /// <summary>The colour where the element's own is another; null for none.</summary>
    public PdfColour? In(PdfColour current) => _isCurrent ? current : _colour;
}
