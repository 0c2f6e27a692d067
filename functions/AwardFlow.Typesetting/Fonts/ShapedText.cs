using System.Runtime.InteropServices;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>Shaped text, in one font or several: its clusters in reading order, with their widths.</summary>
public sealed class ShapedText
{
    private readonly List<ClusterShape> _clusters;
    private readonly List<int> _starts;
    private readonly List<double> _advances;

    internal ShapedText(string text)
    {
        Text = text;
        _clusters = new(text.Length);
        _starts = new(text.Length);
        _advances = new(text.Length);
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>How many clusters the text has.</summary>
    public int Count => _clusters.Count;

    internal ReadOnlySpan<ClusterShape> Clusters => CollectionsMarshal.AsSpan(_clusters);

    /// <summary>Widths of the clusters with kerning, in thousandths of the font's size.</summary>
    internal ReadOnlySpan<double> Advances => CollectionsMarshal.AsSpan(_advances);

    /// <summary>Where each cluster begins in <see cref="Text"/>, in UTF-16 units.</summary>
    internal ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(_starts);

    /// <summary>Shapes stretches of text, each in its font, as one text.</summary>
    public static ShapedText Of(IReadOnlyList<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var shaped = new ShapedText(string.Concat(spans.Select(span => span.Text)));
        var offset = 0;
        foreach (var span in spans)
        {
            span.Face.ShapeInto(shaped, span.Text, offset);
            offset += span.Text.Length;
        }
        return shaped;
    }

    /// <summary>The width of all clusters at a size.</summary>
    /// <param name="size">Size of the font in points.</param>
    /// <returns>Points.</returns>
    public double Width(double size) => Width(0, Count, size);

    /// <summary>The width of the clusters from one to another (not included) at a size, in points.</summary>
    internal double Width(int from, int to, double size)
    {
        double thousandths = 0;
        for (var i = from; i < to; i++)
        {
            thousandths += _advances[i];
        }
        return thousandths * size / 1000;
    }

    internal void Add(ClusterShape cluster, int start, double advance)
    {
        _clusters.Add(cluster);
        _starts.Add(start);
        _advances.Add(advance);
    }
}
