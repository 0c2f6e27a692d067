using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Sets the texts of a result sheet as strips.</summary>
/// <param name="Left">The left margin in points.</param>
/// <param name="Right">The right margin in points from the paper's left edge.</param>
/// <param name="Scale">How much smaller than usual everything is set: 1 for the usual size.</param>
internal sealed record SheetText(double Left, double Right, double Scale)
{
    /// <summary>The size of running text.</summary>
    public const double Size = 10;

    /// <summary>The least size that anything on a sheet has.</summary>
    public const double Smallest = 9;

    /// <summary>From baseline to baseline, as a multiple of the size.</summary>
    public const double Leading = 1.7;

    /// <summary>From a line's upper edge to its baseline, as a multiple of the size.</summary>
    public const double AscentOfLine = 1.2;

    private const double LabelWidth = 2.6 * Centimetre;

    /// <summary>Empty room.</summary>
    public LetterPiece Space(double height) => LetterPiece.Space(height * Scale);

    /// <summary>A fine rule across the sheet.</summary>
    public LetterPiece Rule() => new(1, (page, y) => page.Rule(Left, y, Right, y, 0.6, CertificateFrame.Gold));

    /// <summary>A paragraph at the left margin.</summary>
    public IEnumerable<LetterPiece> Lines(string text, FontFace face, double size, PdfColour colour, PdfRole role = PdfRole.Paragraph)
    {
        var tag = new PdfTag(role);
        return Paragraph.Break(text, face, size * Scale, Right - Left)
            .Select(line => new LetterPiece(Leading * size * Scale, (page, y) => page.Draw(line, Left, y + AscentOfLine * size * Scale, colour, tag)));
    }

    /// <summary>A paragraph beside its label.</summary>
    public IEnumerable<LetterPiece> Labelled(string label, string text)
    {
        var tag = PdfTag.Paragraph();
        return Hanging(TextLine.Of($"{label} ", Sarabun.Bold, Size * Scale), text, LabelWidth * Scale, Alignment.Ragged, tag, tag);
    }

    /// <summary>An item of a list.</summary>
    public IEnumerable<LetterPiece> Item(string text, PdfTag list)
    {
        var item = list.Child(PdfRole.ListItem);
        return Hanging(
            TextLine.Of("– ", Sarabun.Regular, Size * Scale), text, Size * Scale,
            Alignment.Justified, item.Child(PdfRole.ListLabel), item.Child(PdfRole.ListBody));
    }

    private IEnumerable<LetterPiece> Hanging(TextLine label, string text, double hang, Alignment alignment, PdfTag labelTag, PdfTag tag)
    {
        var lines = Paragraph.Break(text, Sarabun.Regular, Size * Scale, Right - Left - hang, alignment: alignment);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, first) = (lines[i], i == 0);
            yield return new LetterPiece(Leading * Size * Scale, (page, y) =>
            {
                if (first)
                {
                    page.Draw(label, Left, y + AscentOfLine * Size * Scale, tag: labelTag);
                }
                page.Draw(line, Left + hang, y + AscentOfLine * Size * Scale, tag: tag);
            })
            {
                // No first or last line alone on a page.
                KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
            };
        }
    }
}
