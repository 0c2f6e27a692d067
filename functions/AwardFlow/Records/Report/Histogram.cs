using AwardFlow.Letters;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>How averages are spread, drawn: a bar for each tenth of the highest that there can be, and a mark at the pass mark.</summary>
/// <param name="figures">What it shows.</param>
internal sealed class Histogram(CycleFigures figures)
{
    private const double BarsHeight = 4.2 * Centimetre;
    private const double HeadRoom = 24;
    private const double AxisRoom = 40;
    private const double Gap = 3;
    private const double Small = 9;

    private static readonly PdfColour Bar = new(22, 45, 84);
    private static readonly PdfColour Below = PdfColour.Grey(165);
    private static readonly PdfColour Mark = new(140, 106, 38);

    /// <summary>The strip.</summary>
    public LetterPiece Piece()
    {
        var highest = figures.Definition.HighestTotal();
        var most = Math.Max(1, figures.Distribution.Max());
        var words = string.Join(" ", figures.Distribution.Select((count, i) => $"{Range(i, highest)} คะแนน {ReportWords.Count(count)} ผลงาน"));
        var figure = new PdfTag(PdfRole.Figure, alternative: $"แผนภูมิแท่งแสดงจำนวนผลงานตามช่วงคะแนนเฉลี่ย {words}");
        return new LetterPiece(HeadRoom + BarsHeight + AxisRoom, (page, y) =>
        {
            var bottom = y + HeadRoom + BarsHeight;
            var step = Width / CycleFigures.Bars;
            foreach (var (i, count) in figures.Distribution.Index())
            {
                var height = BarsHeight * count / most;
                var isBelow = highest * (i + 1) / CycleFigures.Bars <= figures.Definition.PassMark;
                if (count > 0)
                {
                    page.Fill(Left + i * step + Gap, bottom - height, step - 2 * Gap, height, isBelow ? Below : Bar, figure);
                }
                Centred(page, ReportWords.Count(count), Sarabun.Bold, Left + (i + 0.5) * step, bottom - height - 4, figure);
                Centred(page, Range(i, highest), Sarabun.Regular, Left + (i + 0.5) * step, bottom + 13, figure);
            }
            page.Rule(Left, bottom, Right, bottom, 0.8, tag: figure);
            if (highest > 0)
            {
                var pass = Left + Width * (double)Math.Clamp(figures.Definition.PassMark / highest, 0, 1);
                page.Rule(pass, y + HeadRoom - 6, pass, bottom, 1.2, Mark, figure);
                var words = TextLine.Of($"เกณฑ์ผ่าน {ReportWords.Points(figures.Definition.PassMark)}", Sarabun.Bold, Small);
                page.Draw(words, Math.Clamp(pass - words.Width / 2, Left, Right - words.Width), y + HeadRoom - 11, Mark, figure);
            }
            Centred(page, "ช่วงคะแนนเฉลี่ย (จำนวนผลงานอยู่เหนือแท่ง)", Sarabun.Regular, Left + Width / 2, bottom + 30, figure);
        });
    }

    private static string Range(int bar, decimal highest) =>
        ThaiNumerals.ToThai($"{ReportWords.Whole(highest * bar / CycleFigures.Bars)}–{ReportWords.Whole(highest * (bar + 1) / CycleFigures.Bars)}");

    private static void Centred(PdfPage page, string text, FontFace face, double x, double baseline, PdfTag tag)
    {
        var line = TextLine.Of(text, face, Small);
        page.Draw(line, x - line.Width / 2, baseline, tag: tag);
    }
}
