using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>A strip of a letter that is never divided: a line of text with what stands beside it, or empty room.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws the strip on a page, given its upper edge in points from the page's top.</param>
internal sealed record LetterPiece(double Height, Action<PdfPage, double> Draw)
{
    /// <summary>Whether the next strip must stand on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>
    /// How badly a page ends after this strip, where it may: 0 for well. A page is added before a strip that must go with the next is left alone.
    /// </summary>
    public int Penalty { get; init; }

    /// <summary>By how much empty room gives way before a page is added, in points.</summary>
    public double Give { get; init; }

    /// <summary>Whether the strip is empty room, which falls away at a page's top.</summary>
    public bool IsSpace { get; init; }

    /// <summary>Whether the strip is a line of the body, of which two go with the signature.</summary>
    public bool IsBody { get; init; }

    /// <summary>What the strip begins with, for the catchword of the page before: its label or number; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The line after it, of which the catchword takes the first words; null for none.</summary>
    public TextLine? Line { get; init; }

    /// <summary>Draws what a page needs that begins with this strip, such as a table's upper rule; null for nothing.</summary>
    public Action<PdfPage, double>? DrawOpening { get; init; }

    /// <summary>Draws what a page needs that ends with this strip, such as a table's lower rule; null for nothing.</summary>
    public Action<PdfPage, double>? DrawClosing { get; init; }

    /// <summary>Empty room.</summary>
    public static LetterPiece Space(double height, bool keepWithNext = false) =>
        new(height, static (_, _) => { }) { IsSpace = true, KeepWithNext = keepWithNext, Give = height / 2 };

    /// <summary>A line of text by itself.</summary>
    public static LetterPiece Of(TextLine line, double x, PdfTag tag) =>
        new(LetterFormat.LineHeight, (page, y) => page.Draw(line, x, y + LetterFormat.Ascent, tag: tag)) { Line = line };
}
