using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Breaks a paragraph into lines.</summary>
public static class Paragraph
{
    private const string ReadWithPrevious = "ะาๅๆฯ)]”’!?,.:;%";
    private const string ReadWithNext = "เแโใไ([“‘";

    /// <summary>Sets a text in lines no wider than a width.</summary>
    /// <param name="text">The paragraph, without line breaks.</param>
    /// <param name="face">The font.</param>
    /// <param name="size">Points.</param>
    /// <param name="width">Points.</param>
    /// <param name="indent">How much less the first line has, in points.</param>
    /// <param name="justify">Whether all lines but the last reach the full width.</param>
    public static IReadOnlyList<TextLine> Break(string text, FontFace face, double size, double width, double indent = 0, bool justify = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(face);
        var shaped = face.Shape(text);
        var mayBreak = BreakableClusters(shaped);
        var lines = new List<TextLine>();
        var from = 0;
        while (from < shaped.Count)
        {
            var available = lines.Count == 0 ? width - indent : width;
            var to = End(shaped, mayBreak, from, size, available);
            var line = new TextLine(shaped, from, to, size);
            if (justify && to < shaped.Count)
            {
                line.Justify(available);
            }
            lines.Add(line);
            from = to;
        }
        return lines;
    }

    private static bool[] BreakableClusters(ShapedText shaped)
    {
        var mayBreak = new bool[shaped.Count + 1];
        var cluster = 0;
        foreach (var at in ThaiLineBreaks.Find(shaped.Text))
        {
            while (cluster < shaped.Count && shaped.Starts[cluster] < at)
            {
                cluster++;
            }
            mayBreak[cluster] = cluster < shaped.Count && shaped.Starts[cluster] == at;
        }
        return mayBreak;
    }

    // The last place to break that fits; where a single word is wider than the line, between two of its clusters.
    private static int End(ShapedText shaped, bool[] mayBreak, int from, double size, double available)
    {
        var perUnit = size / shaped.Face.UnitsPerEm;
        double pen = 0;
        var end = 0;
        for (var i = from; i < shaped.Count; i++)
        {
            if (i > from && mayBreak[i])
            {
                end = i;
            }
            pen += shaped.Advances[i] * perUnit;
            if (pen > available + 0.001 && !shaped.Clusters[i].IsSpace)
            {
                return end > 0 ? end : SplitWord(shaped, from, i);
            }
        }
        return shaped.Count;
    }

    // Where a word must be split: never between a vowel and the consonant that it is read with, if that can be.
    private static int SplitWord(ShapedText shaped, int from, int to)
    {
        for (var i = to; i > from; i--)
        {
            if (!ReadWithPrevious.Contains(shaped.Clusters[i].Text[0], StringComparison.Ordinal) && !ReadWithNext.Contains(shaped.Clusters[i - 1].Text[0], StringComparison.Ordinal))
            {
                return i;
            }
        }
        return Math.Max(to, from + 1);
    }
}
