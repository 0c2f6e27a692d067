using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>A strip of a letter that is never divided: a line of text with what stands beside it, or empty room.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws the strip on a page, given its upper edge in points from the page's top.</param>
/// <param name="KeepWithNext">Whether the next strip must stand on the same page.</param>
/// <param name="IsSpace">Whether the strip is empty room, which falls away at a page's top.</param>
/// <param name="Words">The text, for the catchword of the page before; empty where there is none.</param>
internal sealed record LetterPiece(double Height, Action<PdfPage, double> Draw, bool KeepWithNext = false, bool IsSpace = false, string Words = "")
{
    public static LetterPiece Space(double height, bool keepWithNext = false) => new(height, static (_, _) => { }, keepWithNext, IsSpace: true);
}
