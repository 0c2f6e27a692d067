using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Renders an external official letter (หนังสือภายนอก) that tells an entrant its result.</summary>
/// <param name="definition">The cycle, with the letter's wording.</param>
public sealed class LetterRenderer(CycleDefinition definition)
{
    private const int SignatureLines = 4;
    private const double Rule = 0.5;
    private const double CellPadding = 5;
    private const double LabelColumn = 4.2 * Centimetre;
    private const double AddressWidth = 7.5 * Centimetre;

    /// <summary>Renders a letter. The same entry and definition give the same bytes.</summary>
    /// <param name="result">The entry's result.</param>
    /// <param name="draft">Whether to mark every page as a draft (ร่าง), since scores may still change.</param>
    /// <returns>A PDF file.</returns>
    public byte[] Render(EntryResult result, bool draft)
    {
        ArgumentNullException.ThrowIfNull(result);
        var letter = definition.Letter;
        var written = new DateTimeOffset(letter.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        var document = new PdfDocument($"{letter.Number} {letter.Subject}", definition.Organiser.Name, written);
        var pages = new LetterPages(document, draft);
        pages.Lay([.. Head(), .. Labels(result), .. Body(letter.Opening), .. Table(result), .. Body(letter.Closing), .. Ending()]);
        pages.LayAtFoot([.. Contact()]);
        return document.ToFile();
    }

    private IEnumerable<LetterPiece> Head()
    {
        var number = Line(ThaiNumerals.InText($"ที่ {definition.Letter.Number}"));
        var address = $"{definition.Organiser.Name}\n{definition.Organiser.Address}".Split('\n')
            .SelectMany(line => Paragraph.Break(ThaiNumerals.InText(line), Sarabun.Regular, FontSize, AddressWidth)).ToList();
        var left = Right - address.Max(line => line.Width);
        for (var i = 0; i < address.Count; i++)
        {
            var line = address[i];
            var first = i == 0;
            yield return new LetterPiece(LineHeight, (page, y) =>
            {
                page.Draw(line, left, y + Ascent);
                if (first)
                {
                    page.Draw(number, Left, y + Ascent);
                }
            });
        }
        yield return LetterPiece.Space(PartGap);
        yield return At(Middle, Line(ThaiDate.InFull(definition.Letter.Date)));
        yield return LetterPiece.Space(PartGap);
    }

    private IEnumerable<LetterPiece> Labels(EntryResult result)
    {
        var enclosures = result.Passed == true ? definition.Letter.Enclosures.Passed : definition.Letter.Enclosures.NotPassed;
        var parts = new List<(string Label, IReadOnlyList<string> Texts)>
        {
            ("เรื่อง", [definition.Letter.Subject]),
            ("เรียน", [result.Entry.Addressee]),
        };
        if (enclosures.Count > 0)
        {
            parts.Add(("สิ่งที่ส่งมาด้วย", enclosures.Count == 1 ? enclosures : [.. enclosures.Select((text, i) => $"{i + 1}. {text}")]));
        }
        return parts.SelectMany(part => Labelled(part.Label, part.Texts).Append(LetterPiece.Space(PartGap)));
    }

    // Wrapped lines hang under the text, not under the label.
    private static IEnumerable<LetterPiece> Labelled(string label, IReadOnlyList<string> texts)
    {
        var labelLine = Line(label + "  ");
        var hang = Left + Line(label).Width + 2 * FontSize / 3;
        var first = true;
        foreach (var line in texts.SelectMany(text => Paragraph.Break(ThaiNumerals.InText(text), Sarabun.Regular, FontSize, Right - hang)))
        {
            var withLabel = first;
            first = false;
            yield return new LetterPiece(LineHeight, (page, y) =>
            {
                if (withLabel)
                {
                    page.Draw(labelLine, Left, y + Ascent);
                }
                page.Draw(line, hang, y + Ascent);
            });
        }
    }

    private static IEnumerable<LetterPiece> Body(IEnumerable<string> paragraphs) => paragraphs.SelectMany(BodyParagraph);

    private static IEnumerable<LetterPiece> BodyParagraph(string text)
    {
        var lines = Paragraph.Break(ThaiNumerals.InText(text), Sarabun.Regular, FontSize, Width, Indent, justify: true);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var x = i == 0 ? Left + Indent : Left;
            // No first or last line of a paragraph alone on a page.
            var keep = lines.Count > 1 && (i == 0 || i == lines.Count - 2);
            yield return new LetterPiece(LineHeight, (page, y) => page.Draw(line, x, y + Ascent), keep, Words: line.Text);
        }
        yield return LetterPiece.Space(PartGap);
    }

    private IEnumerable<LetterPiece> Table(EntryResult result)
    {
        var average = result.Average is { } points ? $"คะแนนเฉลี่ย {ThaiScore.InDigits(points)}" : "คะแนนเฉลี่ย (ยังไม่มีคะแนน)";
        var rubric = definition.Rubric.Select((category, i) => string.Create(CultureInfo.InvariantCulture, $"หมวดที่ {i + 1} {category.Title}"))
            .Concat(definition.Criteria().Select((criterion, i) => string.Create(CultureInfo.InvariantCulture, $"ข้อ {i + 1}) {criterion.Title}")));
        var rows = new (string Label, IEnumerable<string> Texts)[]
        {
            ("ผลงาน", [result.Entry.Project]),
            ("ผลการพิจารณาโดยคณะกรรมการ", [average]),
            ("เกณฑ์การพิจารณา", rubric),
        };
        return rows.SelectMany((row, i) => TableRow(row.Label, row.Texts, isFirst: i == 0)).Append(LetterPiece.Space(PartGap));
    }

    private static IEnumerable<LetterPiece> TableRow(string label, IEnumerable<string> texts, bool isFirst)
    {
        var labels = Paragraph.Break(label, Sarabun.Bold, FontSize, LabelColumn - 2 * CellPadding);
        var cells = texts.SelectMany(text => Paragraph.Break(ThaiNumerals.InText(text), Sarabun.Regular, FontSize, Width - LabelColumn - 2 * CellPadding)).ToList();
        var count = Math.Max(labels.Count, cells.Count);
        for (var i = 0; i < count; i++)
        {
            var labelLine = i < labels.Count ? labels[i] : null;
            var cellLine = i < cells.Count ? cells[i] : null;
            var (top, bottom) = (isFirst && i == 0, i == count - 1);
            yield return new LetterPiece(
                LineHeight,
                (page, y) => DrawTableLine(page, y, labelLine, cellLine, top, bottom),
                KeepWithNext: i < Math.Min(labels.Count, count) - 1 || (count > 1 && i == count - 2),
                Words: cellLine?.Text ?? labelLine?.Text ?? "");
        }
    }

    private static void DrawTableLine(PdfPage page, double y, TextLine? label, TextLine? cell, bool top, bool bottom)
    {
        foreach (var x in new[] { Left, Left + LabelColumn, Right })
        {
            page.Rule(x, y, x, y + LineHeight, Rule);
        }
        if (top)
        {
            page.Rule(Left, y, Right, y, Rule);
        }
        if (bottom)
        {
            page.Rule(Left, y + LineHeight, Right, y + LineHeight, Rule);
        }
        if (label is not null)
        {
            page.Draw(label, Left + CellPadding, y + Ascent);
        }
        if (cell is not null)
        {
            page.Draw(cell, Left + LabelColumn + CellPadding, y + Ascent);
        }
    }

    private IEnumerable<LetterPiece> Ending()
    {
        var regards = Line("ขอแสดงความนับถือ");
        var centre = Middle + regards.Width / 2;
        yield return LetterPiece.Space(PartGap, keepWithNext: true);
        yield return At(Middle, regards) with { KeepWithNext = true };
        yield return LetterPiece.Space(SignatureLines * LineHeight, keepWithNext: true);
        string[] lines = [$"({definition.Letter.Signatory.Name})", .. definition.Letter.Signatory.Position];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Line(ThaiNumerals.InText(lines[i]));
            yield return At(centre - line.Width / 2, line) with { KeepWithNext = i < lines.Length - 1 };
        }
    }

    private IEnumerable<LetterPiece> Contact()
    {
        var organiser = definition.Organiser;
        return new[]
        {
            organiser.Centre,
            organiser.Team,
            $"โทร. {organiser.Phone} ({organiser.Contact})",
            $"ไปรษณีย์อิเล็กทรอนิกส์สารบรรณกลาง {organiser.SarabanEmail}",
        }.Select(text => At(Left, Line(ThaiNumerals.InText(text))));
    }

    private static LetterPiece At(double x, TextLine line) => new(LineHeight, (page, y) => page.Draw(line, x, y + Ascent));

    private static TextLine Line(string text) => TextLine.Of(text, Sarabun.Regular, FontSize);
}
