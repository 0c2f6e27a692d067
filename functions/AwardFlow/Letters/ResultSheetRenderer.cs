using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>
/// Renders the result sheet (สรุปผลการพิจารณา): the average in each category and criterion against its maximum, the average
/// of all entries beside it, and the committee's suggestions, no judge named. It is set a little smaller to stay on one page,
/// but never under nine points; what then does not fit runs on, under a head that says whose sheet it is.
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
    private const double SheetBottom = PageHeight - 1.8 * Centimetre;
    private const double PageNumberBaseline = PageHeight - 1.1 * Centimetre;
    private const double HeadGap = 8;

    private static readonly double[] Scales = [1, 0.95, SheetText.Smallest / SheetText.Size];

    private readonly OfficeWords _words = OfficeWords.Of(definition);

    /// <summary>Draws the sheet on pages of a document.</summary>
    public void Render(PdfDocument document, EntryResult result, DocumentMark? mark)
    {
        List<LetterPiece> head = [];
        var pages = Divide(result, Scales[0], 0);
        if (pages.Count > 1)
        {
            head = Head(result);
            var headHeight = head.Sum(strip => strip.Height) + HeadGap;
            pages = Divide(result, Scales[0], headHeight);
            for (var i = 1; i < Scales.Length && pages.Count > 1; i++)
            {
                var smaller = Divide(result, Scales[i], headHeight);
                pages = smaller.Count < pages.Count ? smaller : pages;
            }
        }
        for (var i = 0; i < pages.Count; i++)
        {
            var page = document.AddPage(PageWidth, PageHeight);
            mark?.Draw(page);
            var y = SheetTop;
            if (i > 0)
            {
                foreach (var strip in head)
                {
                    strip.Draw(page, y);
                    y += strip.Height;
                }
                y += HeadGap;
                pages[i].Pieces[0].DrawOpening?.Invoke(page, y - HeadGap);
            }
            foreach (var strip in pages[i].Pieces)
            {
                strip.Draw(page, y);
                y += strip.Height - strip.Give * pages[i].Given;
            }
            if (pages.Count > 1)
            {
                var number = TextLine.Of(
                    ThaiNumerals.ToThai(string.Create(CultureInfo.InvariantCulture, $"หน้า {i + 1}/{pages.Count}")), Sarabun.Regular, SheetText.Smallest);
                page.Draw(number, SheetRight - number.Width, PageNumberBaseline, tag: PdfTag.Artifact);
            }
        }
    }

    private IReadOnlyList<(IReadOnlyList<LetterPiece> Pieces, double Given)> Divide(EntryResult result, double scale, double headHeight) =>
        new PageBreaks(Strips(result, scale), SheetBottom - SheetTop, SheetBottom - SheetTop - headHeight, 0, 0).Pages();

    // What stands above every page but the first.
    private List<LetterPiece> Head(EntryResult result)
    {
        var text = new SheetText(SheetLeft, SheetRight, 1);
        return
        [
            .. text.Lines(_words.Set($"{Title} {result.Entry.Organisation} (ต่อ)"), Sarabun.Bold, 11, CertificateFrame.Ink, PdfRole.Artifact),
            .. text.Lines(Letter(result), Sarabun.Regular, SheetText.Smallest, PdfColour.Black, PdfRole.Artifact),
            text.Rule(),
            text.Space(ScoreChart.HeaderRoom),
        ];
    }

    private string Letter(EntryResult result) =>
        _words.Set(
            $"{definition.Organiser.Name} ที่ {new LetterWords(definition, result.Entry, result).Number} ลงวันที่ {ThaiDate.InFull(definition.Letter.Date)}");

    private List<LetterPiece> Strips(EntryResult result, double scale)
    {
        var text = new SheetText(SheetLeft, SheetRight, scale);
        var chart = new ScoreChart(definition, overall, text);
        var list = new PdfTag(PdfRole.List);
        var suggestions = Suggestions(result).SelectMany(suggestion => text.Item(suggestion, list)).ToList();
        return
        [
            .. text.Lines(Title, Sarabun.Bold, 17, CertificateFrame.Ink, PdfRole.Heading),
            .. text.Lines(_words.Set(definition.Title), Sarabun.Regular, 11, PdfColour.Black),
            .. text.Lines(Letter(result), Sarabun.Regular, SheetText.Size, PdfColour.Black),
            text.Space(5),
            text.Rule(),
            text.Space(7),
            .. text.Labelled("หน่วยงาน", _words.Set(result.Entry.Organisation)),
            .. text.Labelled("ผลงาน", _words.Set(result.Entry.Project)),
            .. text.Labelled("ผลการพิจารณา", Outcome(result)),
            text.Space(10),
            .. chart.Pieces(result),
            text.Space(14) with { KeepWithNext = true },
            .. text.Lines("ข้อเสนอแนะของคณะกรรมการ", Sarabun.Bold, 11.5, CertificateFrame.Ink, PdfRole.Subheading)
                .Select(strip => strip with { KeepWithNext = true }),
            text.Space(3) with { KeepWithNext = true },
            .. suggestions,
        ];
    }

    private string Outcome(EntryResult result) => result.Average is not { } average
        ? "ยังไม่มีคะแนน"
        : $"คะแนนเฉลี่ย {ThaiScore.InDigits(average)} จากคะแนนเต็ม {Maximum()} คะแนน {(result.Passed == true ? "ผ่านเกณฑ์" : "ไม่ผ่านเกณฑ์")} (เกณฑ์ผ่าน {ThaiScore.InDigits(definition.PassMark)} คะแนน)";

    private string Maximum() => ThaiNumerals.ToThai(definition.HighestTotal().ToString("0.##", CultureInfo.InvariantCulture));

    private IReadOnlyList<string> Suggestions(EntryResult result)
    {
        var suggestions = result.Comments
            .SelectMany(comment => WrittenText.Lines(comment).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(comment => _words.Set(string.Concat(comment.Select(c => char.IsControl(c) ? ' ' : c))))
            .Distinct(StringComparer.Ordinal).ToList();
        return suggestions.Count > 0 ? suggestions : ["คณะกรรมการไม่มีข้อเสนอแนะเพิ่มเติม"];
    }
}
