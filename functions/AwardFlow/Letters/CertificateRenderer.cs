using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Renders the certificate (ใบประกาศเกียรติคุณ): one framed page, A4 landscape, everything on its middle axis.</summary>
/// <param name="definition">The cycle, with the certificate's wording.</param>
/// <param name="pictures">The emblem and the signature.</param>
internal sealed class CertificateRenderer(CycleDefinition definition, LetterPictures pictures)
{
    private const string UsualTitle = "ใบประกาศเกียรติคุณ";
    private const string UsualPresentation = "มอบใบประกาศเกียรติคุณฉบับนี้ไว้เพื่อแสดงว่า";
    private const string UsualPassed = "ได้ส่งผลงาน “{project}” เข้าร่วมและผ่านเกณฑ์การพิจารณา{award} ประจำปี พ.ศ. {year}";
    private const string UsualNotPassed = "ได้เข้าร่วมส่งผลงาน “{project}” เข้ารับการพิจารณา{award} ประจำปี พ.ศ. {year}";

    private const double SheetWidth = PageHeight;
    private const double SheetHeight = PageWidth;
    private const double Axis = SheetWidth / 2;
    private const double TextTop = CertificateFrame.Inside + 0.7 * Centimetre;
    private const double TextBottom = SheetHeight - CertificateFrame.Inside - 0.75 * Centimetre;
    private const double TextWidth = SheetWidth - 2 * (CertificateFrame.Inside + 2 * Centimetre);
    private const double EmblemSide = 2.4 * Centimetre;
    private const double SignatureRoom = 1.5 * Centimetre;
    private const double LeastSpace = 14;
    private const double SmallestScale = 0.4;
    private const double Leading = 1.75;
    private const double AscentOfLine = 1.25;

    /// <summary>What the certificate is called.</summary>
    public string Title(EntryResult result) => new LetterWords(definition, result.Entry, result).Fill(definition.Certificate?.Title ?? UsualTitle);

    /// <summary>Draws the certificate on a page of a document.</summary>
    public void Render(PdfDocument document, EntryResult result, bool draft)
    {
        var page = document.AddPage(SheetWidth, SheetHeight);
        if (draft)
        {
            DraftMark.Draw(page);
        }
        CertificateFrame.Draw(page);
        // Long names are set smaller, until all stands inside the frame.
        var scale = 1.0;
        var blocks = Blocks(result, scale);
        while (blocks.Sum(block => block.Height + block.SpaceBefore * LeastSpace) > TextBottom - TextTop && scale > SmallestScale)
        {
            scale -= 0.05;
            blocks = Blocks(result, scale);
        }
        // What room is left is shared out by the weight of each block's space.
        var spare = Math.Max(0, TextBottom - TextTop - blocks.Sum(block => block.Height)) / blocks.Sum(block => block.SpaceBefore);
        var y = TextTop;
        foreach (var block in blocks)
        {
            y += spare * block.SpaceBefore;
            block.Draw(page, y);
            y += block.Height;
        }
    }

    private List<Block> Blocks(EntryResult result, double scale)
    {
        var words = new LetterWords(definition, result.Entry, result);
        var wording = definition.Certificate;
        var statement = result.Passed == true ? wording?.Passed ?? UsualPassed : wording?.NotPassed ?? UsualNotPassed;
        var signatory = definition.Letter.Signatory;
        List<Block> blocks =
        [
            Text(ThaiNumerals.InText(definition.Organiser.Name), Sarabun.Bold, 16, pictures.Emblem is null ? 1 : 0.5, CertificateFrame.Ink),
            Text(Title(result), Sarabun.Bold, 34, 0.6, CertificateFrame.Gold),
            Text(words.Fill(wording?.Presentation ?? UsualPresentation), Sarabun.Regular, 14, 0.6, PdfColour.Black),
            Text(ThaiNumerals.InText(result.Entry.Organisation), Sarabun.Bold, 25 * scale, 0.8, CertificateFrame.Ink),
            Text(words.Fill(statement), Sarabun.Regular, 14.5 * Math.Min(1, scale * 1.15), 0.8, PdfColour.Black),
            Text($"ให้ไว้ ณ วันที่ {ThaiDate.WithEra(definition.Letter.Date)}", Sarabun.Regular, 13, 1, PdfColour.Black),
            Signature(),
            Text(ThaiNumerals.InText($"({signatory.Name})"), Sarabun.Regular, 13, 0, PdfColour.Black),
            .. signatory.Position.Select(line => Text(ThaiNumerals.InText(line), Sarabun.Regular, 13, 0, PdfColour.Black)),
        ];
        if (pictures.Emblem is { } emblem)
        {
            var width = Math.Min(emblem.Width / emblem.Height * EmblemSide, TextWidth / 3);
            blocks.Insert(0, new Block(EmblemSide, 0.2, (page, y) => page.Draw(emblem, Axis - width / 2, y, width, EmblemSide)));
        }
        return blocks;
    }

    private static Block Text(string text, FontFace face, double size, double spaceBefore, PdfColour colour)
    {
        var lines = Paragraph.Break(text, face, size, TextWidth, alignment: Alignment.Balanced);
        return new Block(lines.Count * Leading * size, spaceBefore, (page, y) =>
        {
            foreach (var line in lines)
            {
                page.Draw(line, Axis - line.Width / 2, y + AscentOfLine * size, colour);
                y += Leading * size;
            }
        });
    }

    private Block Signature()
    {
        if (pictures.Signature is not { } signature)
        {
            return new Block(SignatureRoom, 0, static (_, _) => { });
        }
        var scale = Math.Min(SignatureRoom / signature.Height, 6 * Centimetre / signature.Width);
        var (width, height) = (signature.Width * scale, signature.Height * scale);
        return new Block(SignatureRoom, 0, (page, y) => page.Draw(signature, Axis - width / 2, y + (SignatureRoom - height) / 2, width, height));
    }

    private sealed record Block(double Height, double SpaceBefore, Action<PdfPage, double> Draw);
}
