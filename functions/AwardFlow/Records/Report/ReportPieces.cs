using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>Texts of reports and memos as strips.</summary>
internal static class ReportPieces
{
    /// <summary>What lines of another size stand apart, as a multiple of the size.</summary>
    public const double Leading = LineHeight / FontSize;

    /// <summary>A centred text.</summary>
    public static IEnumerable<LetterPiece> Centred(string text, FontFace face, double size, PdfRole role = PdfRole.Paragraph)
    {
        var tag = new PdfTag(role);
        return Paragraph.Break(text, face, size, Width, alignment: Alignment.Balanced).Select(line => new LetterPiece(
            Leading * size, (page, y) => page.Draw(line, Left + (Width - line.Width) / 2, y + Ascent / FontSize * size, tag: tag))
        { KeepWithNext = true });
    }

    /// <summary>The heading of a part.</summary>
    public static IEnumerable<LetterPiece> Heading(string text)
    {
        var tag = new PdfTag(PdfRole.Subheading);
        yield return LetterPiece.Space(2 * PartGap);
        foreach (var line in Paragraph.Break(text, Sarabun.Bold, FontSize, Width))
        {
            yield return LetterPiece.Of(line, Left, tag) with { KeepWithNext = true };
        }
    }

    /// <summary>A paragraph of the body, indented and set to both margins.</summary>
    public static IEnumerable<LetterPiece> Body(string text)
    {
        if (text.Length == 0)
        {
            yield break;
        }
        var tag = PdfTag.Paragraph();
        var lines = Paragraph.Break(text, Sarabun.Regular, FontSize, Width, Indent, Alignment.Justified);
        for (var i = 0; i < lines.Count; i++)
        {
            yield return LetterPiece.Of(lines[i], i == 0 ? Left + Indent : Left, tag) with
            {
                KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
                IsBody = true,
            };
        }
        yield return LetterPiece.Space(PartGap);
    }
}
