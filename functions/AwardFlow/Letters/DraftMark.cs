using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>Marks a page as a draft: scores may still change.</summary>
internal static class DraftMark
{
    private const double Size = 180;

    /// <summary>Draws the mark; call before anything else is drawn on the page.</summary>
    public static void Draw(PdfPage page) => page.Watermark(TextLine.Of("ร่าง", Sarabun.Bold, Size));
}
