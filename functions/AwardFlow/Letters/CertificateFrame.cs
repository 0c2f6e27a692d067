using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>The frame of a certificate: a strong line, a fine one within whose corners step back, and a lozenge in each corner.</summary>
internal static class CertificateFrame
{
    /// <summary>The colour of headings and of the frame.</summary>
    public static readonly PdfColour Gold = new(140, 106, 38);

    /// <summary>The colour of names.</summary>
    public static readonly PdfColour Ink = new(22, 45, 84);

    /// <summary>From the paper's edge to the frame's inner line.</summary>
    public const double Inside = Edge + Gap;

    private const double Edge = 1.1 * Centimetre;
    private const double Gap = 0.28 * Centimetre;
    private const double Step = 0.75 * Centimetre;
    private const double Strong = 2.2;
    private const double Fine = 0.7;
    private const double Lozenge = 0.17 * Centimetre;

    /// <summary>Draws the frame around a page.</summary>
    public static void Draw(PdfPage page)
    {
        page.Frame(Edge, Edge, page.Width - 2 * Edge, page.Height - 2 * Edge, Strong, Gold);
        foreach (var (x, right) in new[] { (Inside, 1), (page.Width - Inside, -1) })
        {
            foreach (var (y, down) in new[] { (Inside, 1), (page.Height - Inside, -1) })
            {
                Corner(page, x, y, right, down);
            }
        }
        foreach (var y in new[] { Inside, page.Height - Inside })
        {
            page.Rule(Inside + Step, y, page.Width - Inside - Step, y, Fine, Gold);
        }
        foreach (var x in new[] { Inside, page.Width - Inside })
        {
            page.Rule(x, Inside + Step, x, page.Height - Inside - Step, Fine, Gold);
        }
    }

    /// <summary>Draws bands above and below a page.</summary>
    public static void DrawBands(PdfPage page)
    {
        const double Band = 0.9 * Centimetre;
        page.Fill(0, 0, page.Width, Band, Ink);
        page.Fill(0, page.Height - Band, page.Width, Band, Ink);
        page.Fill(0, Band + 3, page.Width, 2.4, Gold);
        page.Fill(0, page.Height - Band - 5.4, page.Width, 2.4, Gold);
    }

    /// <summary>Draws two fine black frames around a page.</summary>
    public static void DrawPlain(PdfPage page)
    {
        page.Frame(Edge, Edge, page.Width - 2 * Edge, page.Height - 2 * Edge, 1.4, PdfColour.Black);
        page.Frame(Edge + 4, Edge + 4, page.Width - 2 * (Edge + 4), page.Height - 2 * (Edge + 4), 0.5, PdfColour.Black);
    }

    // The fine line steps back in two steps around the lozenge.
    private static void Corner(PdfPage page, double x, double y, int right, int down)
    {
        const double Half = Step / 2;
        var across = x + right * Step;
        var along = y + down * Step;
        page.Rule(across, y - down * Fine / 2, across, y + down * (Half + Fine / 2), Fine, Gold);
        page.Rule(across, y + down * Half, x + right * Half, y + down * Half, Fine, Gold);
        page.Rule(x + right * Half, y + down * (Half - Fine / 2), x + right * Half, along + down * Fine / 2, Fine, Gold);
        page.Rule(x + right * Half, along, x - right * Fine / 2, along, Fine, Gold);
        var (cx, cy) = (x + right * Half / 2, y + down * Half / 2);
        page.Fill([(cx - Lozenge, cy), (cx, cy - Lozenge), (cx + Lozenge, cy), (cx, cy + Lozenge)], Gold);
    }
}
