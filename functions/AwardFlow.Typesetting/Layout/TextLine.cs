using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Layout;

/// <summary>One line of set text. It keeps its trailing spaces, so that extracted text has them, but they count for no width.</summary>
public sealed class TextLine
{
    // Beyond a tenth of the size, text extraction takes a gap for a space; Thai words must not fall apart.
    private const double WidestClusterGap = 0.07;

    private readonly int _visibleTo;
    private double _spaceStretch;
    private double _clusterStretch;

    internal TextLine(ShapedText shaped, int from, int to, double size)
    {
        Shaped = shaped;
        From = from;
        To = to;
        Size = size;
        _visibleTo = to;
        while (_visibleTo > from && shaped.Clusters[_visibleTo - 1].IsSpace)
        {
            _visibleTo--;
        }
        Width = shaped.Width(from, _visibleTo, size);
    }

    /// <summary>Size of the font in points.</summary>
    public double Size { get; }

    /// <summary>Width of the line before any stretching, in points.</summary>
    public double Width { get; }

    /// <summary>The line's text.</summary>
    public string Text
    {
        get
        {
            var end = To < Shaped.Count ? Shaped.Starts[To] : Shaped.Text.Length;
            return From < To ? Shaped.Text[Shaped.Starts[From]..end] : "";
        }
    }

    internal ShapedText Shaped { get; }

    internal int From { get; }

    internal int To { get; }

    /// <summary>A text set on a single line, however long.</summary>
    /// <param name="text">The text, without line breaks.</param>
    /// <param name="face">The font.</param>
    /// <param name="size">Points.</param>
    public static TextLine Of(string text, FontFace face, double size)
    {
        ArgumentNullException.ThrowIfNull(face);
        var shaped = face.Shape(text);
        return new TextLine(shaped, 0, shaped.Count, size);
    }

    /// <summary>
    /// Stretches the line to a width: spaces first share with the gaps between clusters, which give only so much that
    /// words hold together. A line without spaces that cannot reach the width stays ragged.
    /// </summary>
    /// <param name="width">Points.</param>
    internal void Justify(double width)
    {
        var missing = width - Width;
        int spaces = 0, gaps = 0;
        for (var i = From; i < _visibleTo - 1; i++)
        {
            if (Shaped.Clusters[i].IsSpace)
            {
                spaces++;
            }
            else
            {
                gaps++;
            }
        }
        if (missing <= 0 || spaces + gaps == 0)
        {
            return;
        }
        // A space takes four times what a gap between clusters takes, until the gaps have all that they may have.
        _clusterStretch = Math.Min(missing / (gaps + 4 * spaces), WidestClusterGap * Size);
        _spaceStretch = spaces == 0 ? 0 : (missing - gaps * _clusterStretch) / spaces;
    }

    /// <summary>What stretching adds after a cluster, in points.</summary>
    internal double StretchAfter(int cluster) =>
        cluster >= _visibleTo - 1 ? 0 : Shaped.Clusters[cluster].IsSpace ? _spaceStretch : _clusterStretch;
}
