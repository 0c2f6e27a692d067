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
/// The bars of a result sheet: a bar for each category and criterion, as long as its average is of its maximum, with a mark
/// where the average of all entries stands. Where criteria have weights, every number is weighted. A category's average is the
/// sum of its criteria's as they are printed, so that the sheet adds up.
/// </summary>
/// <param name="definition">The cycle.</param>
/// <param name="overall">How all entries did.</param>
/// <param name="text">Sets texts.</param>
internal sealed class ScoreChart(CycleDefinition definition, OverallAverages overall, SheetText text)
{
    private const double BarWidth = 4 * Centimetre;
    private const double NumberWidth = 1.5 * Centimetre;
    private const double TitleWidth = PageWidth - 4 * Centimetre - BarWidth - 3 * NumberWidth - 0.5 * Centimetre;
    private const double Padding = 2.5;

    private static readonly string[] Columns = ["ผลงานนี้", "ทุกผลงาน", "คะแนนเต็ม"];
    private static readonly PdfColour Track = PdfColour.Grey(228);
    private static readonly PdfColour CriterionBar = new(90, 122, 168);
    private static readonly PdfColour Mark = new(192, 80, 20);
    private static readonly PdfColour Fine = PdfColour.Grey(190);

    private readonly double _size = SheetText.Size * text.Scale;
    private readonly double _barLeft = text.Left + TitleWidth + 0.3 * Centimetre;
    private readonly Dictionary<string, CriterionAverage> _all = ByCode(overall.Criteria);

    /// <summary>The chart as strips.</summary>
    public IEnumerable<LetterPiece> Pieces(EntryResult result)
    {
        var own = ByCode(result.Criteria);
        yield return Header();
        var number = 0;
        foreach (var (i, category) in definition.Rubric.Index())
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"หมวดที่ {i + 1} {category.Title}");
            yield return Row(label, "", Sum(category, own), Sum(category, _all), category.Criteria.Sum(Maximum), isCategory: true);
            foreach (var criterion in category.Criteria)
            {
                number++;
                yield return Row(
                    criterion.Weight is { } weight ? $"{criterion.Title} (น้ำหนัก {weight.ToString("0.####", CultureInfo.InvariantCulture)})" : criterion.Title,
                    string.Create(CultureInfo.InvariantCulture, $"ข้อ {number}) "),
                    Points(criterion, own),
                    Points(criterion, _all),
                    Maximum(criterion),
                    isCategory: false);
            }
        }
        yield return Row("รวม", "", result.Average, overall.Average, definition.HighestTotal(), isCategory: true);
        yield return Legend();
        if (definition.Criteria().Any(criterion => criterion.Weight is not null))
        {
            yield return Weights();
        }
    }

    private static Dictionary<string, CriterionAverage> ByCode(IEnumerable<CriterionAverage> averages) =>
        averages.ToDictionary(average => average.Code, StringComparer.Ordinal);

    // Results of earlier versions lack the weighted average.
    private static decimal? Points(Criterion criterion, Dictionary<string, CriterionAverage> averages) =>
        averages.TryGetValue(criterion.Code, out var average) ? average.Weighted ?? criterion.Weighted(average.Average) : null;

    private static decimal Maximum(Criterion criterion) => criterion.Weighted(criterion.Max);

    private static decimal? Sum(Category category, Dictionary<string, CriterionAverage> averages) =>
        category.Criteria.Aggregate((decimal?)0, (sum, criterion) => sum + Points(criterion, averages));

    private LetterPiece Header()
    {
        var titles = Columns.Select(title => TextLine.Of(title, Sarabun.Bold, _size * 0.9)).ToList();
        var first = TextLine.Of("เกณฑ์การพิจารณา", Sarabun.Bold, _size);
        return new LetterPiece(SheetText.Leading * _size + 2, (page, y) =>
        {
            page.Draw(first, text.Left, y + SheetText.AscentOfLine * _size);
            for (var i = 0; i < titles.Count; i++)
            {
                page.Draw(titles[i], NumberRight(i) - titles[i].Width, y + SheetText.AscentOfLine * _size);
            }
            page.Rule(text.Left, y + SheetText.Leading * _size + 1, text.Right, y + SheetText.Leading * _size + 1, 0.6);
        });
    }

    private LetterPiece Row(string title, string label, decimal? own, decimal? all, decimal max, bool isCategory)
    {
        var face = isCategory ? Sarabun.Bold : Sarabun.Regular;
        var labelLine = label.Length == 0 ? null : TextLine.Of(ThaiNumerals.ToThai(label), face, _size);
        var hang = labelLine is null ? 0 : labelLine.Width + 0.5 * _size;
        var lines = Paragraph.Break(ThaiNumerals.InText(title), face, _size, TitleWidth - hang);
        var numbers = new[] { Score(own), Score(all), Number(max) }.Select((number, i) => TextLine.Of(number, i == 0 ? Sarabun.Bold : face, _size)).ToList();
        var height = lines.Count * SheetText.Leading * _size + 2 * Padding;
        return new LetterPiece(height, (page, y) =>
        {
            var baseline = y + Padding + SheetText.AscentOfLine * _size;
            if (labelLine is not null)
            {
                page.Draw(labelLine, text.Left, baseline);
            }
            for (var i = 0; i < lines.Count; i++)
            {
                page.Draw(lines[i], text.Left + hang, baseline + i * SheetText.Leading * _size);
            }
            Bar(page, baseline - 0.33 * _size, own, all, max, isCategory);
            for (var i = 0; i < numbers.Count; i++)
            {
                page.Draw(numbers[i], NumberRight(i) - numbers[i].Width, baseline);
            }
            page.Rule(text.Left, y + height, text.Right, y + height, 0.3, Fine);
        });
    }

    private void Bar(PdfPage page, double middle, decimal? own, decimal? all, decimal max, bool isCategory)
    {
        var thickness = (isCategory ? 0.85 : 0.6) * _size;
        double Length(decimal average) => (double)(average / max) * BarWidth;
        page.Fill(_barLeft, middle - thickness / 2, BarWidth, thickness, Track);
        if (own is { } mine)
        {
            page.Fill(_barLeft, middle - thickness / 2, Length(mine), thickness, isCategory ? CertificateFrame.Ink : CriterionBar);
        }
        if (all is { } theirs)
        {
            var x = _barLeft + Length(theirs);
            page.Rule(x, middle - thickness / 2 - 2.2, x, middle + thickness / 2 + 2.2, 1.6, Mark);
        }
    }

    private LetterPiece Legend()
    {
        var size = _size * 0.85;
        var own = TextLine.Of("คะแนนเฉลี่ยของผลงานนี้", Sarabun.Regular, size);
        var all = TextLine.Of(ThaiNumerals.InText(string.Create(CultureInfo.InvariantCulture, $"คะแนนเฉลี่ยของผลงานทั้งหมด {overall.Entries} ผลงาน")), Sarabun.Regular, size);
        return new LetterPiece(SheetText.Leading * size + 4, (page, y) =>
        {
            var baseline = y + 4 + SheetText.AscentOfLine * size;
            page.Fill(text.Left, baseline - 0.6 * size, 14, 0.6 * size, CertificateFrame.Ink);
            page.Draw(own, text.Left + 19, baseline);
            var x = text.Left + 19 + own.Width + 20;
            page.Rule(x, baseline - 0.8 * size, x, baseline + 0.2 * size, 1.6, Mark);
            page.Draw(all, x + 6, baseline);
        });
    }

    private LetterPiece Weights()
    {
        var size = _size * 0.85;
        var line = TextLine.Of("คะแนนทุกช่องคูณน้ำหนักของเกณฑ์แล้ว", Sarabun.Regular, size);
        return new LetterPiece(SheetText.Leading * size, (page, y) => page.Draw(line, text.Left, y + SheetText.AscentOfLine * size));
    }

    private double NumberRight(int column) => text.Right - (2 - column) * NumberWidth;

    private static string Score(decimal? average) => average is { } score ? ThaiScore.InDigits(score) : "–";

    private static string Number(decimal max) => ThaiNumerals.ToThai(max.ToString("0.##", CultureInfo.InvariantCulture));
}
