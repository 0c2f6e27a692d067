using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using AwardFlow.Typesetting.Pictures;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>
/// Renders the memo (บันทึกข้อความ) that carries a report upward, in form 2 of the Prime Minister's Office Regulation on
/// Correspondence B.E. 2526: emblem 1.5 cm high at the left, the heading at 29 points, the labels at 20, all else at 16.
/// </summary>
/// <param name="figures">What it reports.</param>
/// <param name="options">To whom, from whom, number and date.</param>
/// <param name="emblem">The emblem; null for none.</param>
internal sealed class MemoRenderer(CycleFigures figures, MemoOptions options, Picture? emblem)
{
    private const double Scale = FontSize / 16;
    private const double HeadingSize = 29 * Scale;
    private const double LabelSize = 20 * Scale;
    private const double EmblemHeightOfMemo = 1.5 * Centimetre;
    private const double HeadHeight = 1.75 * Centimetre;
    private const double LabelLine = 1.15 * LineHeight;
    private const double DotGap = 2.6;
    private const double SignatureRoom = 2.6 * LineHeight;

    private readonly CycleDefinition _definition = figures.Definition;
    private readonly OfficeWords _office = OfficeWords.Of(figures.Definition);

    /// <summary>The memo as a PDF.</summary>
    public byte[] Render()
    {
        var words = new ReportWords(figures);
        var document = new PdfDocument($"บันทึกข้อความ {Subject}", _definition.Organiser.Name, figures.At);
        var to = options.To ?? string.Concat(_definition.Letter.Signatory.Position);
        List<LetterPiece> pieces =
        [
            Head(),
            .. Labelled("ส่วนราชการ", $"{_definition.Organiser.Centre} {_definition.Organiser.Team} โทร. {_definition.Organiser.Phone}"),
            NumberAndDate(),
            .. Labelled("เรื่อง", Subject),
            LetterPiece.Space(PartGap),
            .. Plain($"เรียน  {to}"),
            LetterPiece.Space(PartGap),
            .. ReportPieces.Body(_office.Set(Background)),
            .. ReportPieces.Body($"บัดนี้ การพิจารณาเสร็จสิ้นแล้ว {words.Outcome} {words.Averages} {words.AgreementInShort}".TrimEnd()),
            .. ReportPieces.Body($"ในการแจ้งผล {words.Sent} {words.Received} {words.Left} รายละเอียดปรากฏตามรายงานที่แนบมาพร้อมนี้"),
            .. ReportPieces.Body("จึงเรียนมาเพื่อโปรดทราบ").Select(piece => piece with { KeepWithNext = true }),
            .. Signature(),
        ];
        new LetterPages(document, mark: null, EmblemTop).Lay(pieces, []);
        return document.ToFile();
    }

    private string Subject => $"{ReportRenderer.Title}{(_definition.Title.StartsWith("การ", StringComparison.Ordinal) ? "" : " ")}{_definition.Title}";

    private string Background
    {
        get
        {
            var closed = figures.Cycle.ClosedAt is { } at ? $" และได้ปิดรับคะแนนจากคณะกรรมการเมื่อวันที่ {ReportWords.Day(at)}" : "";
            return $"ตามที่{_definition.Organiser.Name} ได้จัดให้มี{_definition.Title} เพื่อมอบ{_definition.Award}{closed} นั้น";
        }
    }

    // Both stand in one line: the heading in the page's middle, at the emblem's foot.
    private LetterPiece Head()
    {
        var heading = TextLine.Of("บันทึกข้อความ", Sarabun.Bold, HeadingSize);
        var (headingTag, emblemTag) = (new PdfTag(PdfRole.Heading), PictureTags.Emblem(_definition));
        return new LetterPiece(HeadHeight, (page, y) =>
        {
            if (emblem is not null)
            {
                var (width, height) = emblem.Within(Middle - heading.Width / 2 - Left - 6, EmblemHeightOfMemo);
                page.Draw(emblem, Left, y + EmblemHeightOfMemo - height, width, height, emblemTag);
            }
            page.Draw(heading, Middle - heading.Width / 2, y + EmblemHeightOfMemo - 4, tag: headingTag);
        })
        { KeepWithNext = true };
    }

    private IEnumerable<LetterPiece> Labelled(string label, string text)
    {
        var tag = PdfTag.Paragraph();
        var name = TextLine.Of($"{label}  ", Sarabun.Bold, LabelSize);
        var left = Left + TextLine.Of($"{label}  |", Sarabun.Bold, LabelSize).Width - TextLine.Of("|", Sarabun.Bold, LabelSize).Width;
        var lines = Paragraph.Break(_office.Set(text), Sarabun.Regular, FontSize, Right - left);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, isFirst, isLast) = (lines[i], i == 0, i == lines.Count - 1);
            yield return new LetterPiece(LabelLine, (page, y) =>
            {
                if (isFirst)
                {
                    page.Draw(name, Left, y + Ascent, tag: tag);
                }
                page.Draw(line, left, y + Ascent, tag: tag);
                Dots(page, left, Right, y);
            })
            { KeepWithNext = !isLast || label == "เรื่อง" };
        }
    }

    private LetterPiece NumberAndDate()
    {
        var number = (Label: TextLine.Of("ที่  ", Sarabun.Bold, LabelSize), Text: Line(ThaiNumerals.InText(options.Number ?? " ")));
        var date = (Label: TextLine.Of("วันที่  ", Sarabun.Bold, LabelSize), Text: Line(options.Date is { } day ? ThaiDate.InFull(day) : " "));
        var (numberTag, dateTag) = (PdfTag.Paragraph(), PdfTag.Paragraph());
        return new LetterPiece(LabelLine, (page, y) =>
        {
            var (numberLeft, dateLeft) = (Left + number.Label.Width + 5, Middle + date.Label.Width + 5);
            page.Draw(number.Label, Left, y + Ascent, tag: numberTag);
            if (options.Number is not null)
            {
                page.Draw(number.Text, numberLeft, y + Ascent, tag: numberTag);
            }
            Dots(page, numberLeft, Middle - 6, y);
            page.Draw(date.Label, Middle, y + Ascent, tag: dateTag);
            if (options.Date is not null)
            {
                page.Draw(date.Text, dateLeft, y + Ascent, tag: dateTag);
            }
            Dots(page, dateLeft, Right, y);
        });
    }

    // The form's dotted lines, under what is written on them.
    private static void Dots(PdfPage page, double from, double to, double y)
    {
        for (var x = from; x < to; x += DotGap)
        {
            page.Fill(x, y + Ascent + 3.2, 0.6, 0.6, PdfColour.Grey(90));
        }
    }

    private IEnumerable<LetterPiece> Plain(string text)
    {
        var tag = PdfTag.Paragraph();
        return Paragraph.Break(_office.Set(text), Sarabun.Regular, FontSize, Width).Select(line => LetterPiece.Of(line, Left, tag));
    }

    private IEnumerable<LetterPiece> Signature()
    {
        const string blank = "........................................................";
        var centre = Middle + (Right - Middle) / 2;
        yield return LetterPiece.Space(SignatureRoom, keepWithNext: true) with { Give = LineHeight };
        var position = options.Position is { } words ? _office.Set(words) : "ตำแหน่ง ......................................";
        foreach (var (i, text) in new[] { $"({options.From ?? blank})", position }.Index())
        {
            var tag = PdfTag.Paragraph();
            foreach (var line in Paragraph.Break(text, Sarabun.Regular, FontSize, Right - Middle, alignment: Alignment.Balanced))
            {
                yield return LetterPiece.Of(line, centre - line.Width / 2, tag) with { KeepWithNext = i == 0 };
            }
        }
    }
}
