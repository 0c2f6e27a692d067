using AwardFlow.Typesetting.Pdf;
using QRCoder;

namespace AwardFlow.Records.Print;

/// <summary>An address as a QR code (ISO/IEC 18004), error correction M, with its quiet zone.</summary>
internal sealed class QrSquare
{
    private readonly List<System.Collections.BitArray> _modules;

    /// <summary>The code of an address.</summary>
    public QrSquare(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        _modules = code.ModuleMatrix;
    }

    /// <summary>Draws it; dark modules that touch in a row are one rectangle.</summary>
    /// <param name="page">Where.</param>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its upper side.</param>
    /// <param name="size">How long its sides are.</param>
    /// <param name="tag">What it is, in words.</param>
    public void Draw(PdfPage page, double x, double y, double size, PdfTag tag)
    {
        var module = size / _modules.Count;
        foreach (var (row, modules) in _modules.Index())
        {
            for (var from = 0; from < modules.Count; from++)
            {
                var to = from;
                while (to < modules.Count && modules[to])
                {
                    to++;
                }
                if (to > from)
                {
                    page.Fill(x + from * module, y + row * module, (to - from) * module, module, PdfColour.Grey(0), tag);
                    from = to;
                }
            }
        }
    }
}
