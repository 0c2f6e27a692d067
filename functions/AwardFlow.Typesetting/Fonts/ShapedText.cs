namespace AwardFlow.Typesetting.Fonts;

/// <summary>A piece of text set in one font: its clusters in reading order, with their widths in font units.</summary>
public sealed class ShapedText
{
    private readonly ClusterShape[] _clusters;
    private readonly int[] _starts;
    private readonly int[] _advances;

    internal ShapedText(FontFace face, string text, ClusterShape[] clusters, int[] starts, int[] advances)
    {
        Face = face;
        Text = text;
        _clusters = clusters;
        _starts = starts;
        _advances = advances;
    }

    /// <summary>The font that the text is set in.</summary>
    public FontFace Face { get; }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>How many clusters the text has.</summary>
    public int Count => _clusters.Length;

    internal ReadOnlySpan<ClusterShape> Clusters => _clusters;

    /// <summary>Widths of the clusters with kerning, in font units.</summary>
    internal ReadOnlySpan<int> Advances => _advances;

    /// <summary>Where each cluster begins in <see cref="Text"/>, in UTF-16 units.</summary>
    internal ReadOnlySpan<int> Starts => _starts;

    /// <summary>The width of all clusters at a size.</summary>
    /// <param name="size">Size of the font in points.</param>
    /// <returns>Points.</returns>
    public double Width(double size) => Width(0, Count, size);

    /// <summary>The width of the clusters from one to another (not included) at a size, in points.</summary>
    internal double Width(int from, int to, double size)
    {
        long units = 0;
        for (var i = from; i < to; i++)
        {
            units += _advances[i];
        }
        return units * size / Face.UnitsPerEm;
    }
}
