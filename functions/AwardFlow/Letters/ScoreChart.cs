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
    private const double BarWidth = 3.9 * Centimetre;
    private const double NumberWidth = 1.75 * Centimetre;
    private const double TitleWidth = PageWidth - 4 * Centimetre - BarWidth - 3 * NumberWidth - 0.4 * Centimetre;
    private const double Padding = 2.5;

    private static readonly string[] Columns = ["ผลงานนี้", "ทุกผลงาน", "คะแนนเต็ม"];
    private static readonly PdfColour Track = PdfColour.Grey(240);
    private static readonly PdfColour CriterionBar = PdfColour.Grey(165);
    private static readonly PdfColour Outline = PdfColour.Grey(90);
    private static readonly PdfColour Fine = PdfColour.Grey(190);

    /// <summary>How high the columns' heads are that a later page repeats, in points.</summary>
    public const double HeaderRoom = SheetText.Leading * SheetText.Size + 2;

    private readonly PdfTag _table = new(PdfRole.Table);
    private readonly PdfTag _bars = PictureTags.Chart();
    private readonly OfficeWords _words = OfficeWords.Of(definition);
    private readonly double _size = SheetText.Size * text.Scale;
    private readonly double _small = SheetText.Smallest;
    private readonly double _barLeft = text.Left + TitleWidth + 0.3 * Centimetre;
    private readonly Dictionary<string, CriterionAverage> _all = ByCode(overall.Criteria);

    /// <summary>The chart as strips.</summary>
    public IEnumerable<LetterPiece> Pieces(EntryResult result)
    {
        var own = ByCode(result.Criteria);
        yield return new LetterPiece(HeaderRoom, (page, y) => Header(page, y, isRepeated: false)) { KeepWithNext = true };
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
        // The sum, what the marks mean and the first suggestion are never apart.
        yield return Row("รวม", "", result.Average, overall.Average, definition.HighestTotal(), isCategory: true, definition.PassMark) with
        {
            KeepWithNext = true,
        };
        foreach (var piece in Legend())
        {
            yield return piece with { KeepWithNext = true };
        }
        if (definition.Criteria().Any(criterion => criterion.Weight is not null))
        {
            yield return Weights() with { KeepWithNext = true };
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

    // The columns' heads, given their upper edge.
    private void Header(PdfPage page, double y, bool isRepeated)
    {
        var row = _table.Child(PdfRole.TableRow);
        PdfTag Cell() => isRepeated ? PdfTag.Artifact : row.Child(PdfRole.ColumnHeader);
        var baseline = y + SheetText.AscentOfLine * SheetText.Size;
        page.Draw(TextLine.Of("เกณฑ์การพิจารณา", Sarabun.Bold, SheetText.Size), text.Left, baseline, tag: Cell());
        for (var i = 0; i < Columns.Length; i++)
        {
            var title = TextLine.Of(Columns[i], Sarabun.Bold, _small);
            page.Draw(title, NumberRight(i) - title.Width, baseline, tag: Cell());
        }
        page.Rule(text.Left, y + HeaderRoom - 1, text.Right, y + HeaderRoom - 1, 0.8);
    }

    private LetterPiece Row(string title, string label, decimal? own, decimal? all, decimal max, bool isCategory, decimal? passMark = null)
    {
        var face = isCategory ? Sarabun.Bold : Sarabun.Regular;
        var labelLine = label.Length == 0 ? null : TextLine.Of(ThaiNumerals.ToThai(label), face, _size);
        var hang = labelLine is null ? 0 : labelLine.Width + 0.5 * _size;
        var lines = Paragraph.Break(_words.Set(title), face, _size, TitleWidth - hang);
        var numbers = new[] { Score(own), Score(all), Number(max) }.Select((number, i) => TextLine.Of(number, i == 0 ? Sarabun.Bold : face, _size)).ToList();
        var height = lines.Count * SheetText.Leading * _size + 2 * Padding;
        var row = _table.Child(PdfRole.TableRow);
        var header = row.Child(PdfRole.RowHeader);
        return new LetterPiece(height, (page, y) =>
        {
            var baseline = y + Padding + SheetText.AscentOfLine * _size;
            if (labelLine is not null)
            {
                page.Draw(labelLine, text.Left, baseline, tag: header);
            }
            for (var i = 0; i < lines.Count; i++)
            {
                page.Draw(lines[i], text.Left + hang, baseline + i * SheetText.Leading * _size, tag: header);
            }
            Bar(page, baseline - 0.33 * _size, own, all, max, isCategory);
            if (passMark is { } mark)
            {
                PassMark(page, _barLeft + (double)(mark / max) * BarWidth, baseline - 0.33 * _size, _bars);
            }
            for (var i = 0; i < numbers.Count; i++)
            {
                page.Draw(numbers[i], NumberRight(i) - numbers[i].Width, baseline, tag: row.Child(PdfRole.DataCell));
            }
            page.Rule(text.Left, y + height, text.Right, y + height, 0.3, Fine);
        })
        {
            KeepWithNext = isCategory,
            Give = Padding,
            // Drawn at the top of a page that begins with this row.
            DrawOpening = (page, y) => Header(page, y - HeaderRoom, isRepeated: true),
        };
    }

    // Category and criterion differ in height and tone, the average of all entries is a triangle with a line, and the pass
    // mark a bar with feet: all is told apart in black and white.
    private void Bar(PdfPage page, double middle, decimal? own, decimal? all, decimal max, bool isCategory)
    {
        var thickness = Thickness(isCategory);
        double Length(decimal average) => (double)(average / max) * BarWidth;
        page.Fill(_barLeft, middle - thickness / 2, BarWidth, thickness, Track, _bars);
        if (own is { } mine)
        {
            page.Fill(_barLeft, middle - thickness / 2, Length(mine), thickness, isCategory ? CertificateFrame.Ink : CriterionBar, _bars);
        }
        page.Frame(_barLeft, middle - thickness / 2, BarWidth, thickness, 0.4, Outline, _bars);
        if (all is { } theirs)
        {
            OfAll(page, _barLeft + Length(theirs), middle, thickness, _bars);
        }
    }

    private double Thickness(bool isCategory) => (isCategory ? 0.8 : 0.5) * _size;

    private static void OfAll(PdfPage page, double x, double middle, double thickness, PdfTag? tag = null)
    {
        const double Half = 2.6;
        var top = middle - thickness / 2;
        page.Rule(x, top, x, middle + thickness / 2, 1.4, PdfColour.Grey(255), tag);
        page.Rule(x, top, x, middle + thickness / 2, 0.8, PdfColour.Black, tag);
        page.Fill([(x - Half, top - 4.2), (x + Half, top - 4.2), (x, top + 0.4)], PdfColour.Black, tag);
    }

    private void PassMark(PdfPage page, double x, double middle, PdfTag? tag = null)
    {
        var half = Thickness(isCategory: true) / 2 + 3.2;
        page.Rule(x, middle - half, x, middle + half, 2.4, PdfColour.Grey(255), tag);
        page.Rule(x, middle - half, x, middle + half, 1.1, PdfColour.Black, tag);
        page.Rule(x - 2.4, middle + half, x + 2.4, middle + half, 1.1, PdfColour.Black, tag);
        page.Rule(x - 2.4, middle - half, x + 2.4, middle - half, 1.1, PdfColour.Black, tag);
    }

    // What every mark of the chart means, in two lines.
    private IEnumerable<LetterPiece> Legend()
    {
        const double Key = 16;
        (string Words, Action<PdfPage, double, double> Draw)[][] lines =
        [
            [
                ("คะแนนเฉลี่ยของผลงานนี้ รายหมวดและรวม", (page, x, middle) => page.Fill(
                    x, middle - Thickness(isCategory: true) / 2, Key - 2, Thickness(isCategory: true), CertificateFrame.Ink)),
                ("รายข้อ", (page, x, middle) => page.Fill(x, middle - Thickness(isCategory: false) / 2, Key - 2, Thickness(isCategory: false), CriterionBar)),
                ("คะแนนเต็ม", (page, x, middle) => page.Frame(
                    x, middle - Thickness(isCategory: false) / 2, Key - 2, Thickness(isCategory: false), 0.4, Outline)),
            ],
            [
                (string.Create(CultureInfo.InvariantCulture, $"คะแนนเฉลี่ยของผลงานทั้งหมด {overall.Entries} ผลงาน"), (page, x, middle) => OfAll(
                    page, x + Key / 2 - 1, middle + 1.5, 0.5 * _size)),
                ($"เกณฑ์ผ่าน {ThaiScore.InDigits(definition.PassMark)} คะแนน", (page, x, middle) => PassMark(page, x + Key / 2 - 1, middle)),
            ],
        ];
        foreach (var line in lines)
        {
            yield return new LetterPiece(SheetText.Leading * _small + 1, (page, y) =>
            {
                var (x, baseline) = (text.Left, y + 3 + SheetText.AscentOfLine * _small);
                foreach (var (words, draw) in line)
                {
                    var label = TextLine.Of(ThaiNumerals.InText(words), Sarabun.Regular, _small);
                    draw(page, x, baseline - 0.3 * _small);
                    page.Draw(label, x + Key + 2, baseline);
                    x += Key + label.Width + 18;
                }
            });
        }
    }

    private LetterPiece Weights()
    {
        var size = _small;
        var line = TextLine.Of("คะแนนทุกช่องคูณน้ำหนักของเกณฑ์แล้ว", Sarabun.Regular, size);
        return new LetterPiece(SheetText.Leading * size, (page, y) => page.Draw(line, text.Left, y + SheetText.AscentOfLine * size));
    }

    private double NumberRight(int column) => text.Right - (2 - column) * NumberWidth;

    private static string Score(decimal? average) => average is { } score ? ThaiScore.InDigits(score) : "–";

    private static string Number(decimal max) => ThaiNumerals.ToThai(max.ToString("0.##", CultureInfo.InvariantCulture));
}
