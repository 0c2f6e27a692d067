using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Chooses where the lines of a paragraph end, over the whole paragraph at once: the way of D. E. Knuth and M. F. Plass,
/// "Breaking Paragraphs into Lines" (Software: Practice and Experience 11, 1981), with Thai's own penalties.
/// </summary>
internal sealed class LineBreaker
{
    private const string ReadWithPrevious = "ะาๅๆฯ)]”’!?,.:;%/";
    private const string ReadWithNext = "เแโใไ([“‘";

    // The least that a last line should have, of the column's width, before it looks forgotten.
    private const double ShortestLastLine = 0.12;

    private const double WorstLine = 50_000;

    // More than lines that only look uneven may cost, so that no line has holes where another break avoids it.
    private const double CostOfHoles = 1e7;

    // Centred lines: how much an em too much or too little counts.
    private const double BalancedBadness = 8;

    // More than any line may cost by itself, so that a line more is never bought with better ones; only with one that does
    // not end after การ, ความ, และ.
    private const double CostOfALine = 1e10;

    // More than any place may cost: a line is too wide only where it is a single cluster.
    private const double CostOfOverflow = 1e20;

    private readonly ShapedText _shaped;
    private readonly double _size;
    private readonly double _width;
    private readonly double _indent;
    private readonly List<LineBreak> _places;
    private readonly double[] _ends;
    private readonly LineStretch[] _stretch;
    private double _share;

    public LineBreaker(ShapedText shaped, IReadOnlyList<LineBreak> breaks, double size, double width, double indent)
    {
        _shaped = shaped;
        _size = size;
        _width = width;
        _indent = indent;
        _ends = new double[shaped.Count + 1];
        _stretch = new LineStretch[shaped.Count + 1];
        for (var i = 0; i < shaped.Count; i++)
        {
            _ends[i + 1] = _ends[i] + shaped.Advances[i] * size / 1000;
            _stretch[i + 1] = _stretch[i].With(shaped, i);
        }
        _places = Places(breaks);
    }

    /// <summary>The clusters at which lines end, the paragraph's end included.</summary>
    public List<int> Ends(Alignment alignment)
    {
        if (alignment == Alignment.Balanced)
        {
            // As many lines as there must be, each as near as sense lets it to its share.
            var lines = Chosen(Alignment.Ragged).Count;
            _share = _ends[^1] / lines;
        }
        return Chosen(alignment);
    }

    private List<int> Chosen(Alignment alignment)
    {
        var count = _places.Count;
        var costs = new double[count];
        var before = new int[count];
        for (var end = 1; end < count; end++)
        {
            costs[end] = double.PositiveInfinity;
            for (var start = end - 1; start >= 0; start--)
            {
                var available = start == 0 ? _width - _indent : _width;
                var cost = Cost(_places[start].At, _places[end], available, alignment, last: end == count - 1);
                // A longer line fits no better; a single piece is set even where it does not fit.
                if (double.IsPositiveInfinity(cost) && start < end - 1)
                {
                    break;
                }
                cost = costs[start] + (double.IsPositiveInfinity(cost) ? CostOfOverflow : cost);
                if (cost < costs[end])
                {
                    (costs[end], before[end]) = (cost, start);
                }
            }
        }
        var ends = new List<int>();
        for (var place = count - 1; place > 0; place = before[place])
        {
            ends.Add(_places[place].At);
        }
        ends.Reverse();
        return ends;
    }

    private double Cost(int from, LineBreak end, double available, Alignment alignment, bool last)
    {
        var to = end.At;
        while (to > from && _shaped.Clusters[to - 1].IsSpace)
        {
            to--;
        }
        var missing = available - (_ends[to] - _ends[from]);
        var stretch = to > from ? _stretch[to - 1].Since(_stretch[from]) : default;
        var shrinkable = alignment == Alignment.Justified ? stretch.Shrinkable(_size) : 0;
        if (missing < -shrinkable - 0.001)
        {
            return double.PositiveInfinity;
        }
        double badness;
        double holes = 0;
        if (alignment == Alignment.Balanced)
        {
            badness = Math.Min(BalancedBadness * Math.Abs(_share - (_ends[to] - _ends[from])) / _size, WorstLine);
        }
        else if (last)
        {
            var shortest = ShortestLastLine * available;
            badness = _ends[to] - _ends[from] < shortest && from > 0 ? 60 : 0;
        }
        else if (alignment == Alignment.Justified)
        {
            var ratio = missing < 0 ? missing / shrinkable : missing / Math.Max(stretch.Comfortable(_size), 0.01 * _size);
            badness = Math.Min(100 * Math.Abs(ratio * ratio * ratio), WorstLine);
            holes = missing > 0 && stretch.IsLoose(missing, _size) ? CostOfHoles : 0;
        }
        else
        {
            // Ragged lines are as full as they can be; what they lack counts little beside a bad place to end.
            badness = Math.Min(4 * missing / _size, WorstLine);
        }
        var lineCost = alignment == Alignment.Justified ? 0 : CostOfALine;
        return lineCost + holes + (10 + badness) * (10 + badness) + (double)end.Penalty * end.Penalty;
    }

    // Where lines may end, in clusters, with the paragraph's start and end; inside a word only where it is wider than a line.
    private List<LineBreak> Places(IReadOnlyList<LineBreak> breaks)
    {
        var places = new List<LineBreak> { new(0, 0) };
        var cluster = 0;
        foreach (var place in breaks)
        {
            while (cluster < _shaped.Count && _shaped.Starts[cluster] < place.At)
            {
                cluster++;
            }
            if (cluster < _shaped.Count && _shaped.Starts[cluster] == place.At)
            {
                AddWord(places, new LineBreak(cluster, place.Penalty));
            }
        }
        AddWord(places, new LineBreak(_shaped.Count, 0));
        return places;
    }

    private void AddWord(List<LineBreak> places, LineBreak next)
    {
        var from = places[^1].At;
        if (_ends[next.At] - _ends[from] > _width - _indent)
        {
            for (var i = from + 1; i < next.At; i++)
            {
                if (_shaped.Clusters[i].IsSpace)
                {
                    continue;
                }
                var together = ReadWithPrevious.Contains(_shaped.Clusters[i].Text[0], StringComparison.Ordinal)
                    || ReadWithNext.Contains(_shaped.Clusters[i - 1].Text[0], StringComparison.Ordinal);
                places.Add(new LineBreak(
                    i, together ? LineBreak.AtEdge : ThaiClusters.MayPart(_shaped.Text, _shaped.Starts[i]) ? LineBreak.InWord : LineBreak.InSyllable));
            }
        }
        places.Add(next);
    }
}
