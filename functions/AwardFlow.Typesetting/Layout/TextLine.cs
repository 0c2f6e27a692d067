using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Layout;

/// <summary>One line of set text. It keeps its trailing spaces, so that extracted text has them, but they count for no width.</summary>
public sealed class TextLine
{
    private static readonly BoundedCache<(string, FontFace, double), TextLine> Known = new();

    private readonly int _visibleTo;
    private readonly IReadOnlyList<LineBreak>? _breaks;
    private double _spaceStretch;
    private double _gapStretch;

    internal TextLine(ShapedText shaped, int from, int to, double size, IReadOnlyList<LineBreak>? breaks = null)
    {
        _breaks = breaks;
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

    /// <summary>Width of the line as it is drawn, in points.</summary>
    public double StretchedWidth
    {
        get
        {
            var width = Width;
            for (var i = From; i < _visibleTo; i++)
            {
                width += StretchAfter(i);
            }
            return width;
        }
    }

    /// <summary>What stretching adds to each of the line's spaces, as a multiple of the size; less than 0 where it takes away.</summary>
    public double Looseness => _spaceStretch / Size;

    /// <summary>The line's text.</summary>
    public string Text
    {
        get
        {
            var end = To < Shaped.Count ? Shaped.Starts[To] : Shaped.Text.Length;
            return From < To ? Shaped.Text[Shaped.Starts[From]..end] : "";
        }
    }

    /// <summary>The line's first words: up to where its paragraph lets a line end; all of it where that is nowhere.</summary>
    /// <param name="least">How many UTF-16 units they have at least.</param>
    public string Beginning(int least)
    {
        var text = Text;
        var start = From < To ? Shaped.Starts[From] : 0;
        foreach (var place in _breaks ?? ThaiLineBreaks.WeighDrawn(text).ConvertAll(each => each with { At = each.At + start }))
        {
            if (place.At - start >= least && place.At - start < text.Length && place.Penalty < LineBreak.InCompound)
            {
                return text[..(place.At - start)];
            }
        }
        return text;
    }

    /// <summary>Whether letters stand farther apart than the font has them, or nearer, and not only words.</summary>
    internal bool IsSpacedOut => _gapStretch != 0;

    /// <summary>The line as it was last written with shared glyphs; any thread may replace it.</summary>
    internal WrittenLine? Written { get; set; }

    internal ShapedText Shaped { get; }

    internal int From { get; }

    internal int To { get; }

    /// <summary>A text set on a single line, however long. Lines are remembered, up to a bound.</summary>
    /// <param name="text">The text, without line breaks.</param>
    /// <param name="face">The font.</param>
    /// <param name="size">Points.</param>
    public static TextLine Of(string text, FontFace face, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(face);
        return Known.Get((text, face, size), static key => Of(key.Item2.Shape(ThaiLineBreaks.Drawn(key.Item1)), key.Item3));
    }

    /// <summary>A text of several fonts set on a single line, however long.</summary>
    /// <param name="spans">The line's stretches, without line breaks.</param>
    /// <param name="size">Points.</param>
    public static TextLine Of(IReadOnlyList<TextSpan> spans, double size) => Of(ShapedText.Of(spans), size);

    /// <summary>
    /// Brings the line to a width. Where it is too narrow, spaces share with the gaps between Thai letters, which give only
    /// so much that words hold together; what is left over widens the spaces. A line that cannot reach the width without
    /// holes stays short. Where it is too wide, spaces and gaps give a little.
    /// </summary>
    /// <param name="width">Points.</param>
    internal void Justify(double width)
    {
        var missing = width - Width;
        var stretch = default(LineStretch);
        for (var i = From; i < _visibleTo - 1; i++)
        {
            stretch = stretch.With(Shaped, i);
        }
        var (spaces, gaps) = (stretch.Spaces, stretch.Gaps);
        if (missing < 0)
        {
            var (gap, space) = stretch.Gives(-missing, Size);
            (_gapStretch, _spaceStretch) = (-gap, -space);
        }
        else if (spaces + gaps > 0)
        {
            (_gapStretch, _spaceStretch) = stretch.Shares(missing, Size);
            if (_spaceStretch > LineStretch.WidestSpace * Size)
            {
                (_gapStretch, _spaceStretch) = (0, 0);
            }
        }
    }

    /// <summary>What stretching adds after a cluster, in points; less than 0 where it takes away.</summary>
    internal double StretchAfter(int cluster) =>
        cluster >= _visibleTo - 1 ? 0
        : LineStretch.IsSpace(Shaped, cluster) ? _spaceStretch
        : _gapStretch != 0 && LineStretch.IsGap(Shaped, cluster) ? _gapStretch : 0;

    private static TextLine Of(ShapedText shaped, double size) => new(shaped, 0, shaped.Count, size);
}
