using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// What a line can be stretched by: its spaces, and the gaps between its Thai letters. Latin words and numbers are never
/// spaced out, nor a vowel from the consonant that it is read with, nor ๆ from the word that it repeats.
/// </summary>
/// <param name="Spaces">How many spaces there are.</param>
/// <param name="Gaps">How many gaps there are.</param>
/// <param name="SpaceWidth">The width of all the spaces, in thousandths of the font's size.</param>
internal readonly record struct LineStretch(int Spaces, int Gaps, double SpaceWidth)
{
    /// <summary>Beyond a tenth of the size, text extraction takes a gap for a space; Thai words must not fall apart.</summary>
    public const double WidestGap = 0.06;

    /// <summary>A space that would have to grow by more than this many times the size is left as it is, and the line short.</summary>
    public const double WidestSpace = 0.9;

    /// <summary>A line whose spaces grow by more than this many times the size looks full of holes.</summary>
    public const double LooseSpace = 0.3;

    private const double ComfortableGap = 0.03;
    private const double MostShrinkOfSpace = 0.28;
    private const double MostShrinkOfGap = 0.025;

    /// <summary>How many times what a gap gets a space gets.</summary>
    public const int SpaceShare = 6;

    /// <summary>The same with what follows one cluster more.</summary>
    public LineStretch With(ShapedText shaped, int cluster)
    {
        if (IsSpace(shaped, cluster))
        {
            return this with { Spaces = Spaces + 1, SpaceWidth = SpaceWidth + shaped.Advances[cluster] };
        }
        return IsGap(shaped, cluster) ? this with { Gaps = Gaps + 1 } : this;
    }

    /// <summary>What lies between two counts from a paragraph's start.</summary>
    public LineStretch Since(LineStretch start) => new(Spaces - start.Spaces, Gaps - start.Gaps, SpaceWidth - start.SpaceWidth);

    /// <summary>How much a line can give before a reader sees it, in points.</summary>
    public double Comfortable(double size) => (Gaps + SpaceShare * Spaces) * ComfortableGap * size;

    /// <summary>How much a line can be narrowed before a reader sees it, in points.</summary>
    public double Shrinkable(double size) => (SpaceWidth / 1000 * MostShrinkOfSpace + Gaps * MostShrinkOfGap) * size;

    /// <summary>What each gap and each space gives, in points, of what a line has too much.</summary>
    public (double Gap, double Space) Gives(double excess, double size)
    {
        var share = Shrinkable(size) is > 0 and var most ? excess / most : 0;
        return (share * MostShrinkOfGap * size, Spaces == 0 ? 0 : share * SpaceWidth / 1000 * MostShrinkOfSpace * size / Spaces);
    }

    /// <summary>What each gap and each space gets, in points, of what a line lacks.</summary>
    public (double Gap, double Space) Shares(double missing, double size)
    {
        if (Gaps + Spaces == 0)
        {
            return (0, 0);
        }
        var gap = Math.Min(missing / (Gaps + SpaceShare * Spaces), WidestGap * size);
        return (gap, Spaces == 0 ? 0 : (missing - Gaps * gap) / Spaces);
    }

    /// <summary>Whether a line that lacks so much would look full of holes, or stay short.</summary>
    public bool IsLoose(double missing, double size)
    {
        var (gap, space) = Shares(missing, size);
        return space > LooseSpace * size || (Spaces == 0 && missing > Gaps * gap + 0.01);
    }

    /// <summary>Whether a cluster is a space that may be stretched.</summary>
    public static bool IsSpace(ShapedText shaped, int cluster) =>
        shaped.Clusters[cluster].IsSpace && !(cluster + 1 < shaped.Count && shaped.Clusters[cluster + 1].Text[0] == 'ๆ');

    /// <summary>Whether the gap after a cluster may be stretched.</summary>
    public static bool IsGap(ShapedText shaped, int cluster) =>
        cluster + 1 < shaped.Count && shaped.Clusters[cluster].IsThaiLetter && shaped.Clusters[cluster + 1].IsThaiLetter
        && shaped.Clusters[cluster].Text[0] is not (>= 'เ' and <= 'ไ') && shaped.Clusters[cluster + 1].Text[0] is not ('ะ' or 'า' or 'ๅ');
}
