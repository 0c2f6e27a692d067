namespace AwardFlow.Letters;

/// <summary>
/// Chooses where pages end, over all of a document at once: as few pages as can be, then the least holes and the best places
/// to divide. Empty room between parts gives a little before a page is added.
/// </summary>
/// <param name="pieces">The strips, in order.</param>
/// <param name="firstRoom">How high the first page's text may be, in points.</param>
/// <param name="room">The same for later pages.</param>
/// <param name="runOn">What a page that runs on keeps free at its foot, in points.</param>
/// <param name="foot">What the last page keeps free at its foot, in points.</param>
/// <param name="runOnGive">By how much that gives way, in points.</param>
internal sealed class PageBreaks(IReadOnlyList<LetterPiece> pieces, double firstRoom, double room, double runOn, double foot, double runOnGive = 0)
{
    private const double CostOfAPage = 1e6;
    private const double CostOfOverflow = 1e9;
    private const double CostOfParting = 1e8;
    private const double CostOfGiving = 60;

    // A last page with less than this on it, in lines, looks forgotten.
    private const double LeastLines = 12;

    private readonly double[] _costs = new double[pieces.Count + 1];
    private readonly int[] _ends = new int[pieces.Count + 1];

    /// <summary>The pages: their strips, and how much of what their empty room can give it gives, from 0 to 1.</summary>
    public IReadOnlyList<(IReadOnlyList<LetterPiece> Pieces, double Given)> Pages()
    {
        for (var from = pieces.Count - 1; from >= 0; from--)
        {
            Choose(from);
        }
        var pages = new List<(IReadOnlyList<LetterPiece>, double)>();
        for (var from = 0; from < pieces.Count; from = _ends[from])
        {
            var page = Enumerable.Range(from, _ends[from] - from).Select(i => pieces[i]).SkipWhile(piece => from > 0 && piece.IsSpace).ToList();
            var last = _ends[from] == pieces.Count;
            while (!last && page.Count > 0 && page[^1].IsSpace)
            {
                page.RemoveAt(page.Count - 1);
            }
            var missing = page.Sum(piece => piece.Height) - Room(from, last);
            var give = page.Sum(piece => piece.Give) + (last ? 0 : runOnGive);
            pages.Add((page, missing > 0 ? Math.Min(1, missing / Math.Max(give, 0.01)) : 0));
        }
        return pages;
    }

    private double Room(int from, bool last) => (from == 0 ? firstRoom : room) - (last ? foot : runOn);

    private void Choose(int from)
    {
        _costs[from] = double.PositiveInfinity;
        double height = 0, give = 0, trailing = 0, trailingGive = 0;
        var visible = false;
        for (var to = from + 1; to <= pieces.Count; to++)
        {
            var piece = pieces[to - 1];
            if (visible || from == 0 || !piece.IsSpace)
            {
                visible |= !piece.IsSpace;
                height += piece.Height;
                give += piece.Give;
                // Room at a page's foot falls away, with what it could give.
                (trailing, trailingGive) = piece.IsSpace ? (trailing + piece.Height, trailingGive + piece.Give) : (0, 0);
            }
            var last = to == pieces.Count;
            var missing = height - (last ? 0 : trailing) - Room(from, last);
            var cost = _costs[to] + CostOfAPage + Cost(missing, give + (last ? 0 : runOnGive - trailingGive), last, to - from);
            if (!last)
            {
                cost += piece.KeepWithNext ? CostOfParting : piece.Penalty;
            }
            if (cost < _costs[from])
            {
                (_costs[from], _ends[from]) = (cost, to);
            }
            if (missing - give - runOnGive > 0.01 + foot + runOn && to > from + 1)
            {
                break;
            }
        }
    }

    private double Cost(double missing, double give, bool last, int count)
    {
        if (missing > give + 0.01)
        {
            // A strip higher than a page is set even so.
            return count == 1 ? CostOfOverflow : double.PositiveInfinity;
        }
        if (missing > 0)
        {
            var share = missing / Math.Max(give, 0.01);
            return CostOfGiving * share * share;
        }
        var hole = -missing / LetterFormat.LineHeight;
        var lacking = Math.Max(0, LeastLines - (room - foot) / LetterFormat.LineHeight + hole);
        return last ? 4 * lacking * lacking : 10 * hole * hole;
    }
}
