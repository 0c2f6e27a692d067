using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Renders the certificate (ใบประกาศเกียรติคุณ): one framed page, A4 landscape, everything on its middle axis.</summary>
/// <param name="definition">The cycle, with the certificate's wording and design.</param>
/// <param name="pictures">The emblem and the signature.</param>
internal sealed class CertificateRenderer(CycleDefinition definition, LetterPictures pictures)
{
    private const string UsualTitle = "ใบประกาศเกียรติคุณ";
    private const string UsualPresentation = "มอบใบประกาศเกียรติคุณฉบับนี้ไว้เพื่อแสดงว่า";
    private const string UsualPassed = "ได้ส่งผลงาน “{project}”\nเข้าร่วมและผ่านเกณฑ์การพิจารณา{award}\nประจำปี พ.ศ. {year}";
    private const string UsualNotPassed = "ได้ส่งผลงาน “{project}”\nเข้ารับการพิจารณา{award}\nประจำปี พ.ศ. {year}";

    private const double SheetWidth = PageHeight;
    private const double SheetHeight = PageWidth;
    private const double Axis = SheetWidth / 2;
    private const double TextTop = CertificateFrame.Inside + 0.65 * Centimetre;
    private const double TextBottom = SheetHeight - CertificateFrame.Inside - 0.7 * Centimetre;
    private const double TextWidth = SheetWidth - 2 * (CertificateFrame.Inside + 1.9 * Centimetre);

    // A seal of three centimetres has room left of the signature.
    private const double SealRoom = 3.4 * Centimetre;
    private const double SignedWidth = TextWidth - 2 * SealRoom;
    private const double EmblemSide = 2.4 * Centimetre;
    private const double SignatureRoom = 1.9 * Centimetre;
    private const double NumberSize = 11;
    private const double LeastSpace = 9;
    // What the limits of a definition leave room for; only what was accepted before there were any is set smaller.
    private const double SmallestScale = 0.05;
    private const double ScaleStep = 0.03;
    private const double Leading = 1.65;
    private const double AscentOfLine = 1.2;

    private const double NumberRight = SheetWidth - CertificateFrame.Inside - 1.1 * Centimetre;
    private const double NumberWidth = NumberRight - Axis - 3.5 * Centimetre;

    private readonly OfficeWords _words = OfficeWords.Of(definition);
    private readonly CertificateStyle _style = CertificateStyle.Of(definition.Certificate?.Design ?? CertificateDesign.Classic);

    /// <summary>What the certificate is called.</summary>
    public string Title(EntryResult result) => Fill(result, definition.Certificate?.Title ?? UsualTitle).ReplaceLineEndings(" ");

    /// <summary>Draws the certificate on a page of a document.</summary>
    public void Render(PdfDocument document, EntryResult result, DocumentMark? mark)
    {
        var page = document.AddPage(SheetWidth, SheetHeight);
        mark?.Draw(page);
        _style.DrawFrame(page);
        // Everything is set smaller in the same measure, until all stands inside the frame.
        var scale = 1.0;
        var number = Number(result);
        var blocks = Blocks(result, scale);
        while (blocks.Sum(block => block.Height + block.SpaceBefore * LeastSpace * scale) > TextBottom - Top(number, scale) && scale > SmallestScale)
        {
            scale -= ScaleStep;
            blocks = Blocks(result, scale);
        }
        var numberTag = PdfTag.Paragraph();
        for (var i = 0; i < number.Count; i++)
        {
            page.Draw(number[i], NumberRight - number[i].Width, TextTop + (i * Leading + AscentOfLine) * NumberSize, _style.Text, numberTag);
        }
        // What room is left is shared out by the weight of each block's space.
        var spare = Math.Max(0, TextBottom - Top(number, scale) - blocks.Sum(block => block.Height)) / blocks.Sum(block => block.SpaceBefore);
        var y = Top(number, scale);
        foreach (var block in blocks)
        {
            y += spare * block.SpaceBefore;
            block.Draw(page, y);
            y += block.Height;
        }
    }

    private string Fill(EntryResult result, string text) => new LetterWords(definition, result.Entry, result).Fill(text);

    private IReadOnlyList<TextLine> Number(EntryResult result) => new LetterWords(definition, result.Entry, result).CertificateNumber is { } number
        ? Paragraph.Break($"เลขที่ {number}", Sarabun.Regular, NumberSize, NumberWidth)
        : [];

    // The number stands beside the emblem, and above what may be as wide as the page.
    private double Top(IReadOnlyList<TextLine> number, double scale) =>
        TextTop + Math.Max(0, number.Count * Leading * NumberSize - (pictures.Emblem?.Within(TextWidth / 3 * scale, EmblemSide * scale).Height ?? 0));

    private List<Block> Blocks(EntryResult result, double scale)
    {
        var words = new LetterWords(definition, result.Entry, result);
        var wording = definition.Certificate;
        var statement = result.Passed == true ? wording?.Passed ?? UsualPassed : wording?.NotPassed ?? UsualNotPassed;
        var signatory = definition.Letter.Signatory;
        List<Block> blocks =
        [
            Text(_words.Set(definition.Organiser.Name), Sarabun.Bold, 16 * scale, pictures.Emblem is null ? 1 : 0.4, _style.Name),
            Text(
                words.Typeset(wording?.Title ?? UsualTitle), _style.TitleFace, _style.TitleSize * scale,
                0.5, _style.Title, ascent: _style.TitleAscent, role: PdfRole.Heading),
            Text(words.Typeset(wording?.Presentation ?? UsualPresentation), Sarabun.Regular, 14 * scale, 0.5, _style.Text),
            Text(_words.Set(result.Entry.Organisation), Sarabun.Bold, 25 * scale, 0.7, _style.Name),
            Text(words.Typeset(statement), Sarabun.Regular, 14.5 * scale, 0.7, _style.Text),
            Text($"ให้ไว้ ณ วันที่ {ThaiDate.WithEra(definition.Letter.Date)}", Sarabun.Regular, 13 * scale, 0.9, _style.Text),
            Signature(scale),
            .. new[] { $"({signatory.Name})" }.Concat(signatory.Position)
                .Select(line => Text(_words.Set(line), Sarabun.Regular, 13 * scale, 0, _style.Text, SignedWidth)),
        ];
        if (pictures.Emblem is { } emblem)
        {
            var (width, height) = emblem.Within(TextWidth / 3 * scale, EmblemSide * scale);
            blocks.Insert(0, new Block(height, 0.2, (page, y) => page.Draw(emblem, Axis - width / 2, y, width, height, PictureTags.Emblem(definition))));
        }
        return blocks;
    }

    // A line break in the wording is a break of sense and is kept; what is too long for a line is divided evenly.
    private static Block Text(
        string text, FontFace face, double size, double spaceBefore, PdfColour colour,
        double width = TextWidth, double ascent = AscentOfLine, PdfRole role = PdfRole.Paragraph)
    {
        var tag = new PdfTag(role);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => Paragraph.Break(part, face, size, width, alignment: Alignment.Balanced)).ToList();
        var leading = (Leading - AscentOfLine + ascent) * size;
        return new Block(lines.Count * leading, spaceBefore, (page, y) =>
        {
            foreach (var line in lines)
            {
                page.Draw(line, Axis - line.Width / 2, y + ascent * size, colour, tag);
                y += leading;
            }
        });
    }

    private Block Signature(double scale)
    {
        var room = SignatureRoom * scale;
        if (pictures.Signature is not { } signature)
        {
            return new Block(room, 0, static (_, _) => { });
        }
        var (width, height) = signature.Within(6 * Centimetre * scale, 0.92 * room);
        return new Block(
            room, 0, (page, y) => page.Draw(signature, Axis - width / 2, y + (room - height) / 2, width, height, PictureTags.Signature(definition)));
    }

    private sealed record Block(double Height, double SpaceBefore, Action<PdfPage, double> Draw);
}
