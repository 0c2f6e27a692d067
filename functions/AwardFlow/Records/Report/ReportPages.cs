using System.Globalization;
using AwardFlow.Letters;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>Lays the strips of a report on pages, with their numbers, and room for a table's head where one goes on.</summary>
internal static class ReportPages
{
    private const double NumberBaseline = 2 * Centimetre;

    /// <summary>Lays strips on as many pages as they need.</summary>
    public static void Lay(PdfDocument document, IReadOnlyList<LetterPiece> pieces)
    {
        foreach (var (i, (strips, given)) in new PageBreaks(pieces, Bottom - Top, Bottom - Top - ReportTable.HeadRoom, 0, 0).Pages().Index())
        {
            var page = document.AddPage(PageWidth, PageHeight);
            var y = Top;
            if (i > 0)
            {
                var number = Line($"- {ThaiNumerals.ToThai((i + 1).ToString(CultureInfo.InvariantCulture))} - ");
                page.Draw(number, (PageWidth - number.Width) / 2, NumberBaseline, tag: PdfTag.Artifact);
                if (strips[0].DrawOpening is { } open)
                {
                    y += ReportTable.HeadRoom;
                    open(page, y);
                }
            }
            foreach (var strip in strips)
            {
                strip.Draw(page, y);
                y += strip.Height - strip.Give * given;
            }
        }
    }
}
