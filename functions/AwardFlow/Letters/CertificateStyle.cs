using AwardFlow.Cycles;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>How a certificate of one design looks.</summary>
/// <param name="TitleFace">The font of the title.</param>
/// <param name="TitleSize">The title's size in points.</param>
/// <param name="TitleAscent">From the upper edge of the title's line to its baseline, as a multiple of the size.</param>
/// <param name="Title">The title's colour.</param>
/// <param name="Name">The colour of names.</param>
/// <param name="Text">The colour of all else.</param>
/// <param name="DrawFrame">Draws what stands around the text, inside <see cref="CertificateFrame.Inside"/> of the paper's edges.</param>
internal sealed record CertificateStyle(
    FontFace TitleFace,
    double TitleSize,
    double TitleAscent,
    PdfColour Title,
    PdfColour Name,
    PdfColour Text,
    Action<PdfPage> DrawFrame)
{
    /// <summary>The style of a design.</summary>
    public static CertificateStyle Of(CertificateDesign design) => design switch
    {
        CertificateDesign.Classic => new(DisplayFace.Charm, 38, 1.5, CertificateFrame.Gold, CertificateFrame.Ink, PdfColour.Black, CertificateFrame.Draw),
        CertificateDesign.Modern => new(Sarabun.Bold, 36, 1.2, CertificateFrame.Ink, CertificateFrame.Ink, PdfColour.Grey(40), CertificateFrame.DrawBands),
        CertificateDesign.Plain => new(Sarabun.Bold, 33, 1.2, PdfColour.Black, PdfColour.Black, PdfColour.Black, CertificateFrame.DrawPlain),
        _ => throw new ArgumentOutOfRangeException(nameof(design), design, "There is no such design."),
    };
}
