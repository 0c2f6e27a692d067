using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>
/// Renders the result sheet (สรุปผลการพิจารณา): the average in each category and criterion against its maximum, the average
/// of all entries beside it, and the committee's suggestions, no judge named. It is set smaller to stay on one page; only
/// what cannot be read at the smallest size runs on.
/// </summary>
/// <param name="definition">The cycle.</param>
/// <param name="overall">How all entries did.</param>
internal sealed class ResultSheetRenderer(CycleDefinition definition, OverallAverages overall)
{
    /// <summary>What the sheet is called.</summary>
    public const string Title = "สรุปผลการพิจารณา";

    private const double SheetLeft = 2 * Centimetre;
    private const double SheetRight = PageWidth - 2 * Centimetre;
    private const double SheetTop = 1.8 * Centimetre;
    private const double SheetBottom = PageHeight - 1.6 * Centimetre;

    private static readonly double[] Scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

    /// <summary>Draws the sheet on pages of a document.</summary>
    public void Render(PdfDocument document, EntryResult result, bool draft)
    {
        var chosen = Strips(result, Scales[0]);
        for (var i = 1; i < Scales.Length && chosen.Sum(strip => strip.Height) > SheetBottom - SheetTop; i++)
        {
            chosen = Strips(result, Scales[i]);
        }
        PdfPage? page = null;
        double y = 0;
        foreach (var strip in chosen)
        {
            if (page is null || y + strip.Height > SheetBottom + 0.01)
            {
                page = document.AddPage(PageWidth, PageHeight);
                if (draft)
                {
                    DraftMark.Draw(page);
                }
                y = SheetTop;
            }
            strip.Draw(page, y);
            y += strip.Height;
        }
    }

    private List<LetterPiece> Strips(EntryResult result, double scale)
    {
        var text = new SheetText(SheetLeft, SheetRight, scale);
        var chart = new ScoreChart(definition, overall, text);
        return
        [
            .. text.Lines(Title, Sarabun.Bold, 17, CertificateFrame.Ink),
            .. text.Lines(ThaiNumerals.InText(definition.Title), Sarabun.Regular, 11, PdfColour.Black),
            text.Space(5),
            text.Rule(),
            text.Space(5),
            .. text.Labelled("หน่วยงาน", ThaiNumerals.InText(result.Entry.Organisation)),
            .. text.Labelled("ผลงาน", ThaiNumerals.InText(result.Entry.Project)),
            .. text.Labelled("ผลการพิจารณา", Outcome(result)),
            text.Space(8),
            .. chart.Pieces(result),
            text.Space(10),
            .. text.Lines("ข้อเสนอแนะของคณะกรรมการ", Sarabun.Bold, 11.5, CertificateFrame.Ink),
            text.Space(2),
            .. Suggestions(result).SelectMany(text.Item),
        ];
    }

    private string Outcome(EntryResult result) => result.Average is not { } average
        ? "ยังไม่มีคะแนน"
        : $"คะแนนเฉลี่ย {ThaiScore.InDigits(average)} จากคะแนนเต็ม {Maximum()} คะแนน {(result.Passed == true ? "ผ่านเกณฑ์" : "ไม่ผ่านเกณฑ์")} (เกณฑ์ผ่าน {ThaiScore.InDigits(definition.PassMark)} คะแนน)";

    private string Maximum() => ThaiNumerals.ToThai(definition.HighestTotal().ToString("0.##", CultureInfo.InvariantCulture));

    private static IReadOnlyList<string> Suggestions(EntryResult result)
    {
        var suggestions = result.Comments
            .SelectMany(comment => comment.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(comment => ThaiNumerals.InText(string.Concat(comment.Select(c => char.IsControl(c) ? ' ' : c))))
            .Distinct(StringComparer.Ordinal).ToList();
        return suggestions.Count > 0 ? suggestions : ["คณะกรรมการไม่มีข้อเสนอแนะเพิ่มเติม"];
    }
}
