using AwardFlow.Cycles;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using AwardFlow.Typesetting.Pictures;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>What a letter ends with: regards, signature, name and position; and the contact at the foot of the last page.</summary>
/// <param name="definition">The cycle.</param>
/// <param name="signature">The signature; null where it is written by hand.</param>
internal sealed class LetterEnding(CycleDefinition definition, Picture? signature)
{
    private const double SignatureRoom = 4 * LineHeight;
    private const double SignatureGive = LineHeight / 2;
    private const double HighestSignature = 3 * LineHeight;
    private const double WidestSignature = 6 * Centimetre;

    private readonly OfficeWords _words = OfficeWords.Of(definition);

    /// <summary>Regards and the signature block, never divided.</summary>
    public IEnumerable<LetterPiece> Pieces()
    {
        var regards = Line("ขอแสดงความนับถือ");
        var centre = Middle + regards.Width / 2;
        yield return LetterPiece.Space(PartGap, keepWithNext: true);
        yield return LetterPiece.Of(regards, Middle, PdfTag.Paragraph()) with { KeepWithNext = true };
        yield return Signature(centre);
        var signatory = definition.Letter.Signatory;
        var lines = new[] { $"({signatory.Name})" }.Concat(signatory.Position)
            .SelectMany(
                text => Tagged(Paragraph.Break(_words.Set(text), Sarabun.Regular, FontSize, 2 * (Right - centre), alignment: Alignment.Balanced))).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            yield return LetterPiece.Of(lines[i].Line, centre - lines[i].Line.Width / 2, lines[i].Tag) with { KeepWithNext = i < lines.Count - 1 };
        }
    }

    /// <summary>The unit that owns the matter and how to reach it.</summary>
    public IReadOnlyList<LetterPiece> Contact() =>
    [
        .. new[]
        {
            definition.Organiser.Centre,
            definition.Organiser.Team,
            $"โทร. {definition.Organiser.Phone} ({definition.Organiser.Contact})",
            $"ไปรษณีย์อิเล็กทรอนิกส์สารบรรณกลาง {definition.Organiser.SarabanEmail}",
        }.SelectMany(text => Tagged(Paragraph.Break(_words.Set(text), Sarabun.Regular, FontSize, Width)))
            .Select(each => LetterPiece.Of(each.Line, Left, each.Tag)),
    ];

    private static IEnumerable<(TextLine Line, PdfTag Tag)> Tagged(IReadOnlyList<TextLine> paragraph)
    {
        var tag = PdfTag.Paragraph();
        return paragraph.Select(line => (line, tag));
    }

    private LetterPiece Signature(double centre)
    {
        if (signature is null)
        {
            return LetterPiece.Space(SignatureRoom, keepWithNext: true) with { Give = SignatureGive };
        }
        var (width, height) = signature.Within(WidestSignature, HighestSignature);
        var tag = PictureTags.Signature(definition);
        return new LetterPiece(
            SignatureRoom, (page, y) => page.Draw(signature, centre - width / 2, y + (SignatureRoom - SignatureGive - height) / 2, width, height, tag))
        {
            KeepWithNext = true,
            Give = SignatureGive,
        };
    }
}
