using System.Globalization;
using System.Text;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>A page to draw on. All measures are points from the page's upper left corner.</summary>
public sealed class PdfPage
{
    private readonly PdfDocument _document;
    private readonly StringBuilder _content = new();

    internal PdfPage(PdfDocument document, double width, double height)
    {
        _document = document;
        Width = width;
        Height = height;
    }

    /// <summary>The page's width in points.</summary>
    public double Width { get; }

    /// <summary>The page's height in points.</summary>
    public double Height { get; }

    internal string Content => _content.ToString();

    /// <summary>Draws a line of text.</summary>
    /// <param name="line">The line.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">Where its baseline stands.</param>
    public void Draw(TextLine line, double x, double baseline)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (name, subset) = _document.Font(line.Shaped.Face);
        _content.Append(CultureInfo.InvariantCulture, $"BT /{name} {line.Size:0.###} Tf {x:0.###} {Height - baseline:0.###} Td [<");
        // Pen positions in thousandths of the size: what the reader has after each glyph, and what it should have.
        double wanted = 0;
        long reached = 0;
        var perUnit = 1000.0 / line.Shaped.Face.UnitsPerEm;
        for (var i = line.From; i < line.To; i++)
        {
            var difference = (long)Math.Round(wanted) - reached;
            if (difference != 0)
            {
                _content.Append(CultureInfo.InvariantCulture, $"> {-difference} <");
                reached += difference;
            }
            var cluster = line.Shaped.Clusters[i];
            _content.Append(CultureInfo.InvariantCulture, $"{subset.Encode(cluster):X4}");
            reached += (long)(cluster.Advance * perUnit);
            wanted += line.Shaped.Advances[i] * perUnit + line.StretchAfter(i) / line.Size * 1000;
        }
        _content.Append(">] TJ ET\n");
    }

    /// <summary>Draws a straight rule.</summary>
    /// <param name="x1">Where it begins, from the left.</param>
    /// <param name="y1">Where it begins, from the top.</param>
    /// <param name="x2">Where it ends, from the left.</param>
    /// <param name="y2">Where it ends, from the top.</param>
    /// <param name="thickness">Its thickness.</param>
    public void Rule(double x1, double y1, double x2, double y2, double thickness) =>
        _content.Append(CultureInfo.InvariantCulture,
            $"{thickness:0.###} w {x1:0.###} {Height - y1:0.###} m {x2:0.###} {Height - y2:0.###} l S\n");

    /// <summary>Draws a word large, grey and aslant across the page's middle, to say what the page is not.</summary>
    /// <param name="line">The word.</param>
    public void Watermark(TextLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _content.Append(CultureInfo.InvariantCulture,
            $"q 0.85 g 0.7071 0.7071 -0.7071 0.7071 {Width / 2:0.###} {Height / 2:0.###} cm 1 0 0 1 {-line.Width / 2:0.###} {-Height:0.###} cm\n");
        Draw(line, 0, line.Size * 0.3);
        _content.Append("Q\n");
    }
}
