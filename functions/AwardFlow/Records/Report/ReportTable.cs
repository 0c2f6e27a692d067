using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>A table of a report as strips: its head stands again on each page that it goes on to.</summary>
/// <param name="columns">Its columns: their heads, their shares of the width, and whether they hold numbers.</param>
internal sealed class ReportTable(IReadOnlyList<(string Head, double Share, bool IsNumber)> columns)
{
    private const double Size = TableScale * FontSize;
    private const double Leading = TableScale * LineHeight;
    private const double AscentOfLine = TableScale * Ascent;
    private const double Padding = 4;
    private const double Room = 2;

    private static readonly PdfColour Fine = PdfColour.Grey(170);

    /// <summary>How high a head of one line is, in points.</summary>
    public const double HeadRoom = Leading + 2 * Room;

    private readonly PdfTag _table = new(PdfRole.Table);

    /// <summary>The strips of rows.</summary>
    /// <param name="rows">The cells' texts, as many as there are columns. The first heads its row.</param>
    public IEnumerable<LetterPiece> Pieces(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var heads = columns.Select((column, i) => Paragraph.Break(column.Head, Sarabun.Bold, Size, WidthOf(i), alignment: Alignment.Ragged)).ToList();
        var headHeight = heads.Max(lines => lines.Count) * Leading + 2 * Room;
        yield return new LetterPiece(headHeight, (page, y) => Head(page, y, heads, headHeight, isRepeated: false)) { KeepWithNext = true };
        foreach (var (index, row) in rows.Index())
        {
            var cells = row.Select((text, i) => Paragraph.Break(text, Sarabun.Regular, Size, WidthOf(i))).ToList();
            var height = cells.Max(lines => lines.Count) * Leading + 2 * Room;
            var tag = _table.Child(PdfRole.TableRow);
            var tags = row.Select((_, i) => tag.Child(i == 0 ? PdfRole.RowHeader : PdfRole.DataCell)).ToList();
            yield return new LetterPiece(height, (page, y) =>
            {
                foreach (var (i, lines) in cells.Index())
                {
                    Cell(page, y + Room, i, lines, tags[i]);
                }
                page.Rule(Left, y + height, Right, y + height, index == rows.Count - 1 ? 0.8 : 0.4, index == rows.Count - 1 ? PdfColour.Black : Fine);
            })
            {
                KeepWithNext = index == 0 || index == rows.Count - 2,
                DrawOpening = (page, y) => Head(page, y - headHeight, heads, headHeight, isRepeated: true),
            };
        }
    }

    private double WidthOf(int column) => Width * columns[column].Share - 2 * Padding;

    private double LeftOf(int column) => Left + Width * columns.Take(column).Sum(each => each.Share) + Padding;

    private void Head(PdfPage page, double y, List<IReadOnlyList<TextLine>> heads, double height, bool isRepeated)
    {
        var row = _table.Child(PdfRole.TableRow);
        page.Rule(Left, y, Right, y, 0.8);
        foreach (var (i, lines) in heads.Index())
        {
            Cell(page, y + Room, i, lines, isRepeated ? PdfTag.Artifact : row.Child(PdfRole.ColumnHeader));
        }
        page.Rule(Left, y + height, Right, y + height, 0.6);
    }

    private void Cell(PdfPage page, double y, int column, IReadOnlyList<TextLine> lines, PdfTag tag)
    {
        foreach (var (i, line) in lines.Index())
        {
            var x = LeftOf(column) + (columns[column].IsNumber ? WidthOf(column) - line.Width : 0);
            page.Draw(line, x, y + i * Leading + AscentOfLine, tag: tag);
        }
    }
}
