namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Finds the words of a stretch of Thai: the fewest and best known that make it up. What no list knows is one piece with
/// the short words that only look like parts of it, and is never taken apart.
/// </summary>
internal static class ThaiWords
{
    // The cost of a word: fewer words are better, and words of one or two letters turn up by chance.
    private const int Word = 10;
    private const int Unknown = 28;
    private const int UnknownLetter = 6;

    // Words of so few letters are taken for a part of the unknown word beside them, unless they are common.
    private const int Weak = 4;

    /// <summary>Marks where words meet.</summary>
    /// <param name="text">A stretch of Thai letters only.</param>
    /// <param name="lexicon">The words that are known.</param>
    /// <param name="penalties">
    /// Gets, at the index where a word begins within the stretch, how badly a line ends there; what is 0 keeps its words together.
    /// </param>
    public static void Find(ReadOnlySpan<char> text, ThaiLexicon lexicon, Span<int> penalties)
    {
        var pieces = Pieces(text, lexicon);
        var loose = new bool[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            loose[i] = !pieces[i].IsKnown || IsWeak(text[pieces[i].Start..pieces[i].End]);
        }
        // A short word alone among others is what it seems.
        for (var i = 0; i < pieces.Count; i++)
        {
            loose[i] = loose[i] && (!pieces[i].IsKnown || (i > 0 && loose[i - 1]) || (i + 1 < pieces.Count && loose[i + 1]));
        }
        for (var i = 1; i < pieces.Count; i++)
        {
            if (loose[i - 1] && loose[i])
            {
                continue;
            }
            var beside = loose[i - 1] ? Unparted(pieces, loose, i - 1, -1) : loose[i] ? Unparted(pieces, loose, i, 1) : default;
            penalties[pieces[i].Start] = beside == default ? LineBreak.BetweenWords
                : ThaiClusters.HasVowel(text[beside.Start..beside.End]) ? LineBreak.BesideUnknown : 0;
        }
    }

    // The unknown word that a piece is the first or last of.
    private static (int Start, int End) Unparted(List<Piece> pieces, bool[] loose, int at, int step)
    {
        var other = at;
        while (other + step >= 0 && other + step < pieces.Count && loose[other + step])
        {
            other += step;
        }
        return (pieces[Math.Min(at, other)].Start, pieces[Math.Max(at, other)].End);
    }

    private static List<Piece> Pieces(ReadOnlySpan<char> text, ThaiLexicon lexicon)
    {
        var costs = new int[text.Length + 1];
        var starts = new int[text.Length + 1];
        var known = new bool[text.Length + 1];
        var mayPart = new bool[text.Length + 1];
        Array.Fill(costs, int.MaxValue, 1, text.Length);
        for (var i = 0; i <= text.Length; i++)
        {
            mayPart[i] = ThaiClusters.MayPart(text, i);
        }
        for (var from = 0; from < text.Length; from++)
        {
            if (costs[from] == int.MaxValue)
            {
                continue;
            }
            var (node, letters, end) = (0, 0, 0);
            for (var to = from; to < text.Length; to++)
            {
                letters += ThaiClusters.IsToneMark(text[to]) ? 0 : 1;
                node = to == from || node != 0 ? lexicon.Next(node, text[to]) : 0;
                if (!mayPart[to + 1])
                {
                    continue;
                }
                if (node != 0 && lexicon.EndsWord(node))
                {
                    Reach(from, to + 1, Word + (letters <= 2 ? 6 : letters == 3 ? 2 : 0) - (lexicon.IsListed(node) ? 1 : 0), isKnown: true);
                }
                if (end == 0)
                {
                    end = to + 1;
                    Reach(from, end, Unknown + UnknownLetter * letters, isKnown: false);
                }
                if (node == 0)
                {
                    break;
                }
            }
        }
        var pieces = new List<Piece>();
        for (var end = text.Length; end > 0; end = starts[end])
        {
            pieces.Add(new Piece(starts[end], end, known[end]));
        }
        pieces.Reverse();
        return pieces;

        void Reach(int from, int to, int cost, bool isKnown)
        {
            // Of equals the one whose first words are longest.
            if (costs[from] + cost <= costs[to])
            {
                (costs[to], starts[to], known[to]) = (costs[from] + cost, from, isKnown);
            }
        }
    }

    private static bool IsWeak(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            letters += ThaiClusters.IsToneMark(c) ? 0 : 1;
        }
        return letters <= Weak && !ThaiLexicon.Common.Has(word) && !ThaiLexicon.Places.Has(word);
    }

    private readonly record struct Piece(int Start, int End, bool IsKnown);
}
