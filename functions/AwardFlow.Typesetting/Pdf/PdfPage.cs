using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// A page to draw on. All measures are points from the page's upper left corner. What is drawn says by its tag what it is;
/// a line of text that does not is a paragraph of its own, and anything else decoration.
/// </summary>
public sealed class PdfPage
{
    private static readonly PdfColour WatermarkColour = PdfColour.Grey(225);

    private readonly PdfDocument _document;
    private readonly PdfContent _content = new();
    private readonly List<DrawnLine> _lines = [];
    private readonly List<PdfElement> _marked = [];
    private PdfTag? _open;
    private bool _isSpan;

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

    /// <summary>The lines of text that were drawn, in order.</summary>
    public IReadOnlyList<DrawnLine> Lines => _lines;

    internal ReadOnlySpan<byte> Content
    {
        get
        {
            EndMark();
            return _content.Bytes;
        }
    }

    /// <summary>The elements of the page's marked content, by its numbers.</summary>
    internal IReadOnlyList<PdfElement> Marked => _marked;

    /// <summary>Draws a line of text.</summary>
    /// <param name="line">The line.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">Where its baseline stands.</param>
    /// <param name="colour">The text's colour.</param>
    /// <param name="tag">What it is; null for a paragraph of its own.</param>
    public void Draw(TextLine line, double x, double baseline, PdfColour colour = default, PdfTag? tag = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        tag ??= PdfTag.Paragraph();
        _lines.Add(new DrawnLine(line, x, baseline, tag));
        var named = NeedsText(line);
        Mark(tag, named ? line.Text : null);
        _content.Fill(colour).Raw("BT ").Number(x).Number(Height - baseline).Raw("Td ");
        Glyphs(line);
        _content.Raw("ET\n");
        if (named)
        {
            EndMark();
        }
    }

    /// <summary>Draws a straight rule.</summary>
    /// <param name="x1">Where it begins, from the left.</param>
    /// <param name="y1">Where it begins, from the top.</param>
    /// <param name="x2">Where it ends, from the left.</param>
    /// <param name="y2">Where it ends, from the top.</param>
    /// <param name="thickness">Its thickness.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="tag">What it is part of; null for decoration.</param>
    public void Rule(double x1, double y1, double x2, double y2, double thickness, PdfColour colour = default, PdfTag? tag = null)
    {
        Mark(
            tag ?? PdfTag.Artifact,
            Math.Min(x1, x2) - thickness / 2,
            Math.Min(y1, y2) - thickness / 2,
            Math.Abs(x2 - x1) + thickness,
            Math.Abs(y2 - y1) + thickness);
        _content.Stroke(colour).Number(thickness).Raw("w ").Number(x1).Number(Height - y1).Raw("m ").Number(x2).Number(Height - y2).Raw("l S\n");
    }

    /// <summary>Draws the four sides of a rectangle; its corners are mitred.</summary>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its upper side.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="thickness">How thick its sides are, drawn half inside and half outside.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="tag">What it is part of; null for decoration.</param>
    public void Frame(double x, double y, double width, double height, double thickness, PdfColour colour = default, PdfTag? tag = null)
    {
        Mark(tag ?? PdfTag.Artifact, x - thickness / 2, y - thickness / 2, width + thickness, height + thickness);
        Rectangle(_content.Stroke(colour).Number(thickness).Raw("w "), x, y, width, height).Raw("S\n");
    }

    /// <summary>Fills a rectangle.</summary>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its upper side.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="tag">What it is part of; null for decoration.</param>
    public void Fill(double x, double y, double width, double height, PdfColour colour, PdfTag? tag = null)
    {
        Mark(tag ?? PdfTag.Artifact, x, y, width, height);
        Rectangle(_content.Fill(colour), x, y, width, height).Raw("f\n");
    }

    /// <summary>Fills a polygon.</summary>
    /// <param name="corners">Its corners, in order.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="tag">What it is part of; null for decoration.</param>
    public void Fill(IReadOnlyList<(double X, double Y)> corners, PdfColour colour, PdfTag? tag = null)
    {
        ArgumentNullException.ThrowIfNull(corners);
        var (left, top) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        Mark(tag ?? PdfTag.Artifact, left, top, corners.Max(corner => corner.X) - left, corners.Max(corner => corner.Y) - top);
        _content.Fill(colour);
        for (var i = 0; i < corners.Count; i++)
        {
            _content.Number(corners[i].X).Number(Height - corners[i].Y).Raw(i == 0 ? "m " : "l ");
        }
        _content.Raw("h f\n");
    }

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its upper side.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="tag">What it is: a figure, with words that say what it shows; null for decoration.</param>
    public void Draw(Picture picture, double x, double y, double width, double height, PdfTag? tag = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Mark(tag ?? PdfTag.Artifact, x, y, width, height);
        _content.Raw("q ").Number(width).Raw("0 0 ").Number(height).Number(x).Number(Height - y - height).Raw($"cm /{_document.Name(picture)} Do Q\n");
    }

    /// <summary>Draws a word large, grey and aslant across the page's middle, to say what the page is not.</summary>
    /// <param name="line">The word.</param>
    public void Watermark(TextLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Mark(PdfTag.Artifact);
        const double Slant = 0.70711;
        var (left, low) = (-line.Width / 2, -line.Size * 0.3);
        _content.Fill(WatermarkColour).Raw("BT ").Number(Slant).Number(Slant).Number(-Slant).Number(Slant)
            .Number(Width / 2 + Slant * (left - low)).Number(Height / 2 + Slant * (left + low)).Raw("Tm ");
        Glyphs(line);
        _content.Raw("ET\n");
    }

    // What is drawn from here on belongs to a tag; a figure's rectangle is taken in.
    private void Mark(PdfTag tag, double x, double y, double width, double height)
    {
        Mark(tag);
        if (tag.Role == PdfRole.Figure)
        {
            _marked[^1].Cover(x, Height - y - height, x + width, Height - y);
        }
    }

    // A text of its own stands beside the number of tagged content, not in a mark within: Poppler loses count where marks are nested, and
    // heeds the text of a Span alone.
    private void Mark(PdfTag tag, string? text = null)
    {
        if (ReferenceEquals(tag, _open) && text is null)
        {
            return;
        }
        EndMark();
        _open = tag;
        if (tag.Role == PdfRole.Artifact)
        {
            _content.Raw("/Artifact BMC\n");
            _isSpan = text is not null;
            if (text is not null)
            {
                _content.Raw("/Span <</ActualText ").Text(text).Raw(">> BDC\n");
            }
            return;
        }
        var element = _document.Structure.Element(tag, this);
        element.Add(this, _marked.Count);
        _content.Raw("/").Raw(text is null ? PdfElement.Name(tag.Role) : "Span").Raw(" <</MCID ").Integer(_marked.Count);
        _marked.Add(element);
        if (text is not null)
        {
            _content.Raw("/ActualText ").Text(text);
        }
        _content.Raw(">> BDC\n");
    }

    private void EndMark()
    {
        if (_open is not null)
        {
            _content.Raw(_isSpan ? "EMC EMC\n" : "EMC\n");
            (_open, _isSpan) = (null, false);
        }
    }

    // Poppler takes letters with a little room between them for words, and other readers take single characters at even
    // distances for a word spaced out, unless they are told the text.
    private static bool NeedsText(TextLine line) =>
        line.IsSpacedOut || (line.Text.TrimEnd(' ').Split(' ') is { Length: > 2 } words && words.All(word => word.Length == 1));

    private PdfContent Rectangle(PdfContent content, double x, double y, double width, double height) =>
        content.Number(x).Number(Height - y - height).Number(width).Number(height).Raw("re ");

    private void Glyphs(TextLine line)
    {
        // A line of shared glyphs alone is written the same in every document.
        if (_document.Shared is { } shared && line.Written is { } written && written.Fonts == shared.Key)
        {
            _document.Font(written.Face);
            _content.Raw(written.Operators);
            return;
        }
        var from = _content.Length;
        var (face, isShared) = Write(line);
        if (isShared)
        {
            line.Written = new WrittenLine(_document.Shared!.Key, face!, _content.Bytes[from..].ToArray());
        }
    }

    // Says the line's font where it has one alone, and whether all its glyphs are shared.
    private (FontFace? Face, bool IsShared) Write(TextLine line)
    {
        FontFace? face = null;
        FontSubset? subset = null;
        var isShared = _document.Shared is not null;
        // Pen positions in thousandths of the size: what the reader has after each glyph, and what it should have.
        double wanted = 0;
        long reached = 0;
        for (var i = line.From; i < line.To; i++)
        {
            var cluster = line.Shaped.Clusters[i];
            if (!ReferenceEquals(cluster.Face, face))
            {
                isShared &= face is null;
                _content.Raw(face is null ? "" : ">] TJ ");
                face = cluster.Face;
                (var name, subset) = _document.Font(face);
                _content.Raw("/").Raw(name).Raw(" ").Number(line.Size).Raw("Tf [<");
            }
            var difference = (long)Math.Round(wanted) - reached;
            if (difference != 0)
            {
                _content.Raw(">").Integer(-difference).Raw("<");
                reached += difference;
            }
            isShared = isShared && subset!.IsShared(cluster);
            var (glyph, marks) = subset!.Encode(cluster);
            _content.Glyph(glyph);
            if (marks is { } blank)
            {
                _content.Glyph(blank);
            }
            reached += cluster.Advance * 1000 / face.UnitsPerEm;
            wanted += line.Shaped.Advances[i] + line.StretchAfter(i) / line.Size * 1000;
        }
        if (face is not null)
        {
            _content.Raw(">] TJ ");
        }
        return (face, isShared && face is not null);
    }
}
