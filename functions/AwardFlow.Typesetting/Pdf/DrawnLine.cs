using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>A line of text on a page.</summary>
/// <param name="Line">The line.</param>
/// <param name="X">Where it begins, in points from the page's left edge.</param>
/// <param name="Baseline">Where its baseline stands, in points from the page's upper edge.</param>
/// <param name="Tag">What it is.</param>
public sealed record DrawnLine(TextLine Line, double X, double Baseline, PdfTag Tag)
{
    /// <summary>Where its last visible glyph ends, stretched as it is, in points from the page's left edge.</summary>
    public double Right => X + Line.StretchedWidth;
}
