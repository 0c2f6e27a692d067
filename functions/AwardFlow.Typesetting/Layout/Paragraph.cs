using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Breaks a paragraph into lines. Paragraphs in one font are remembered, up to a bound, so that what many documents share
/// is shaped and broken once.
/// </summary>
public static class Paragraph
{
    private static readonly BoundedCache<(string, FontFace, double, double, double, Alignment), IReadOnlyList<TextLine>> Known = new();
    private static readonly BoundedCache<(string, FontFace), (ShapedText Shaped, IReadOnlyList<LineBreak> Breaks)> Texts = new(500);

    /// <summary>Sets a text in lines no wider than a width.</summary>
    /// <param name="text">
    /// The paragraph, without line breaks; <see cref="ThaiLineBreaks.Joiner"/> and <see cref="ThaiLineBreaks.Opportunity"/> are heeded.
    /// </param>
    /// <param name="face">The font.</param>
    /// <param name="size">Points.</param>
    /// <param name="width">Points.</param>
    /// <param name="indent">How much less the first line has, in points.</param>
    /// <param name="alignment">How lines fill the width.</param>
    public static IReadOnlyList<TextLine> Break(
        string text, FontFace face, double size, double width, double indent = 0, Alignment alignment = Alignment.Ragged)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(face);
        return Known.Get((text, face, size, width, indent, alignment), static key =>
        {
            // A text that is set in several sizes, to see which fits, is shaped and its words are found once.
            var (shaped, breaks) = Texts.Get(
                (key.Item1, key.Item2), static each => (each.Item2.Shape(ThaiLineBreaks.Drawn(each.Item1)), ThaiLineBreaks.WeighDrawn(each.Item1)));
            return Break(shaped, breaks, key.Item3, key.Item4, key.Item5, key.Item6);
        });
    }

    /// <summary>Sets a text of several fonts in lines no wider than a width.</summary>
    /// <param name="spans">The paragraph's stretches, without line breaks.</param>
    /// <param name="size">Points.</param>
    /// <param name="width">Points.</param>
    /// <param name="indent">How much less the first line has, in points.</param>
    /// <param name="alignment">How lines fill the width.</param>
    public static IReadOnlyList<TextLine> Break(
        IReadOnlyList<TextSpan> spans, double size, double width, double indent = 0, Alignment alignment = Alignment.Ragged)
    {
        var shaped = ShapedText.Of(spans);
        return Break(shaped, ThaiLineBreaks.WeighDrawn(shaped.Text), size, width, indent, alignment);
    }

    private static List<TextLine> Break(ShapedText shaped, IReadOnlyList<LineBreak> breaks, double size, double width, double indent, Alignment alignment)
    {
        var lines = new List<TextLine>();
        var from = 0;
        foreach (var to in new LineBreaker(shaped, breaks, size, width, indent).Ends(alignment))
        {
            var line = new TextLine(shaped, from, to, size, breaks);
            var available = lines.Count == 0 ? width - indent : width;
            if (alignment == Alignment.Justified && (to < shaped.Count || line.Width > available))
            {
                line.Justify(available);
            }
            lines.Add(line);
            from = to;
        }
        return lines;
    }
}
