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
/// The letter's ruled table: the work, the committee's average, and what it was judged by. A row may break over pages;
/// then its rules are closed, and its header stands again on the next page.
/// </summary>
/// <param name="definition">The cycle.</param>
internal sealed class ResultTable(CycleDefinition definition)
{
    private const double RuleThickness = 0.5;
    private const double Padding = 5;
    private const double PaddingAbove = 1.5;
    private const double PaddingBelow = 2.5;
    private const double Size = TableScale * FontSize;
    private const double Leading = TableScale * LineHeight;
    private const double AscentOfLine = TableScale * Ascent;
    private const double Column = Left + 4 * Centimetre;
    private const double LabelWidth = Column - Left - 2 * Padding;
    private const double CellLeft = Column + Padding;
    private const double CellWidth = Right - Padding - CellLeft;

    // A row no higher than this, and a list of so few lines, is divided only before a page is added.
    private const int ShortRow = 4;
    private const int ShortList = 6;

    private const int DividedShort = 3_000;
    private const int DividedItem = 60;
    private const int DividedRow = 12;

    private static readonly PdfTag Table = new(PdfRole.Table);
    private static readonly RowTags Work = RowTags.Of(Table);
    private static readonly RowTags Outcome = RowTags.Of(Table);
    private static readonly RowTags Rubric = RowTags.Of(Table);

    private readonly OfficeWords _words = OfficeWords.Of(definition);

    private readonly IReadOnlyList<CellLine> _rubric =
    [
        .. Together(Listed([.. definition.Rubric.Select((category, i) => ($"หมวดที่ {Number(i)} ", OfficeWords.Of(definition).Set(category.Title)))])),
        .. Listed([.. definition.Criteria().Select((criterion, i) => ($"ข้อ {Number(i)}) ", OfficeWords.Of(definition).Set(criterion.Title)))])
            .Select((line, i) => i == 0 ? line with { RuleAbove = true } : line),
    ];

    /// <summary>The table as strips.</summary>
    public IEnumerable<LetterPiece> Pieces(EntryResult result)
    {
        IReadOnlyList<TextSpan> average = result.Average is { } points
            ? [new("คะแนนเฉลี่ย ", Sarabun.Regular), new(ThaiScore.InDigits(points), Sarabun.Bold)]
            : [new("คะแนนเฉลี่ย (ยังไม่มีคะแนน)", Sarabun.Regular)];
        return
        [
            .. Row("ผลงาน", Work, Plain(Paragraph.Break(_words.Set(result.Entry.Project), Sarabun.Regular, Size, CellWidth), Work), isFirst: true),
            .. Row("ผลการพิจารณาโดยคณะกรรมการ", Outcome, Plain(Paragraph.Break(average, Size, CellWidth), Outcome)),
            .. Row("เกณฑ์การพิจารณา", Rubric, _rubric),
        ];
    }

    private static string Number(int index) => ThaiNumerals.ToThai((index + 1).ToString(CultureInfo.InvariantCulture));

    private static List<CellLine> Plain(IReadOnlyList<TextLine> lines, RowTags tags) =>
        [.. lines.Select((line, i) => new CellLine(null, line, CellLeft, i == 0, i == lines.Count - 1, tags.Cell, tags.Cell))];

    // Labels stand in a column of their own, so that wrapped lines hang under the text.
    private static IEnumerable<CellLine> Listed(IReadOnlyList<(string Label, string Text)> items)
    {
        var labels = items.Select(item => TextLine.Of(item.Label, Sarabun.Regular, Size)).ToList();
        var hang = labels.Max(label => label.Width) + Size * 0.3;
        var list = Rubric.Cell.Child(PdfRole.NumberedList);
        for (var i = 0; i < items.Count; i++)
        {
            var lines = Paragraph.Break(items[i].Text, Sarabun.Regular, Size, CellWidth - hang, alignment: Alignment.Justified);
            var item = list.Child(PdfRole.ListItem);
            var (label, body) = (item.Child(PdfRole.ListLabel), item.Child(PdfRole.ListBody));
            for (var j = 0; j < lines.Count; j++)
            {
                yield return new CellLine(j == 0 ? labels[i] : null, lines[j], CellLeft + hang, j == 0, j == lines.Count - 1, label, body);
            }
        }
    }

    private static List<CellLine> Together(IEnumerable<CellLine> list)
    {
        var lines = list.ToList();
        return lines.Count > ShortList ? lines : [.. lines.Select((line, i) => line with { KeepsTogether = i > 0 })];
    }

    private static IEnumerable<LetterPiece> Row(string label, RowTags tags, IReadOnlyList<CellLine> cell, bool isFirst = false)
    {
        var labels = Paragraph.Break(label, Sarabun.Bold, Size, LabelWidth);
        var again = Paragraph.Break($"{label} (ต่อ)", Sarabun.Bold, Size, LabelWidth);
        var count = Math.Max(labels.Count, cell.Count);
        for (var i = 0; i < count; i++)
        {
            var strip = new Strip(
                tags,
                i < labels.Count ? labels[i] : null,
                i < cell.Count ? cell[i] : null,
                OpensTable: isFirst && i == 0,
                OpensRow: i == 0,
                EndsRow: i == count - 1);
            yield return new LetterPiece(strip.Height, strip.Draw)
            {
                IsBody = true,
                // A label stands beside at least as many lines as it has.
                KeepWithNext = i < count - 1 && (i < labels.Count - 1 || i == count - 2 || IsWidowed(cell, i)),
                Penalty = i == count - 1 ? 0
                    : count <= ShortRow || Next(cell, i)?.KeepsTogether == true ? DividedShort
                    : Next(cell, i)?.OpensItem == false ? DividedItem
                    : DividedRow,
                Label = strip is { OpensRow: false, Cell: { } cut } ? cut.Label?.Text ?? "" : label,
                Line = strip is { OpensRow: false, Cell: { } line } ? line.Text : null,
                DrawOpening = (page, y) => DrawOpening(page, y, strip.OpensRow ? [] : again, strip.Above),
                DrawClosing = (page, y) => page.Rule(Left, y, Right, y, RuleThickness),
            };
        }
    }

    // No first or last line of an item alone on a page.
    private static bool IsWidowed(IReadOnlyList<CellLine> cell, int i) =>
        Next(cell, i) is { } next && !cell[i].EndsItem && (cell[i].OpensItem || next.EndsItem);

    private static CellLine? Next(IReadOnlyList<CellLine> cell, int i) => i + 1 < cell.Count ? cell[i + 1] : null;

    private static void DrawOpening(PdfPage page, double y, IReadOnlyList<TextLine> again, double above)
    {
        page.Rule(Left, y, Right, y, RuleThickness);
        for (var i = 0; i < again.Count; i++)
        {
            page.Draw(again[i], Left + Padding, y + above + i * Leading + AscentOfLine, tag: PdfTag.Artifact);
        }
    }

    private sealed record CellLine(TextLine? Label, TextLine Text, double X, bool OpensItem, bool EndsItem, PdfTag LabelTag, PdfTag Tag)
    {
        // With the line before.
        public bool KeepsTogether { get; init; }

        public bool RuleAbove { get; init; }
    }

    private sealed record RowTags(PdfTag Header, PdfTag Cell)
    {
        public static RowTags Of(PdfTag table)
        {
            var row = table.Child(PdfRole.TableRow);
            return new RowTags(row.Child(PdfRole.RowHeader), row.Child(PdfRole.DataCell));
        }
    }

    private sealed record Strip(RowTags Tags, TextLine? Label, CellLine? Cell, bool OpensTable, bool OpensRow, bool EndsRow)
    {
        public double Above => OpensRow || Cell?.RuleAbove == true ? PaddingAbove : 0;

        public double Height => Above + Leading + (EndsRow ? PaddingBelow : 0);

        public void Draw(PdfPage page, double y)
        {
            var baseline = y + Above + AscentOfLine;
            if (Label is not null)
            {
                page.Draw(Label, Left + Padding, baseline, tag: Tags.Header);
            }
            if (Cell?.Label is not null)
            {
                page.Draw(Cell.Label, CellLeft, baseline, tag: Cell.LabelTag);
            }
            if (Cell is not null)
            {
                page.Draw(Cell.Text, Cell.X, baseline, tag: Cell.Tag);
            }
            foreach (var x in new[] { Left, Column, Right })
            {
                page.Rule(x, y - RuleThickness / 2, x, y + Height + RuleThickness / 2, RuleThickness);
            }
            if (OpensTable)
            {
                page.Rule(Left, y, Right, y, RuleThickness);
            }
            if (Cell?.RuleAbove == true)
            {
                page.Rule(Column, y, Right, y, RuleThickness);
            }
            if (EndsRow)
            {
                page.Rule(Left, y + Height, Right, y + Height, RuleThickness);
            }
        }
    }
}
