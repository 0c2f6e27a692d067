namespace AwardFlow.Scoring;

/// <summary>Finds the scores that stand out among several judges' of one thing.</summary>
/// <remarks>
/// The modified z-score, M = 0.6745 (x − median) / MAD, marks |M| above 3.5: B. Iglewicz and D. C. Hoaglin, "How to Detect
/// and Handle Outliers", ASQC Quality Press (1993). Where more than half the judges gave the same, MAD, the median absolute
/// deviation, is zero, and the mean absolute deviation stands in: M = (x − median) / (1.253314 MeanAD). Committees are
/// small and often near one mind, so a score must also lie a fifth of the maximum away before it is marked.
/// </remarks>
public static class StandoutScores
{
    private const int FewestJudges = 3;
    private const double Threshold = 3.5;
    private const decimal LeastShareOfMaximum = 0.2m;

    /// <summary>The places of the scores that stand out, each with its modified z-score.</summary>
    /// <param name="scores">One score a judge.</param>
    /// <param name="max">The highest score that can be given.</param>
    /// <param name="median">The median of the scores; 0 where there is none.</param>
    public static IReadOnlyList<(int Place, double Distance)> Of(IReadOnlyList<decimal> scores, decimal max, out decimal median)
    {
        ArgumentNullException.ThrowIfNull(scores);
        median = scores.Count == 0 ? 0 : Median(scores);
        if (scores.Count < FewestJudges)
        {
            return [];
        }
        var middle = median;
        var scale = (double)Median([.. scores.Select(score => Math.Abs(score - middle))]) / 0.6745;
        if (scale == 0)
        {
            scale = 1.253314 * (double)(scores.Sum(score => Math.Abs(score - middle)) / scores.Count);
        }
        if (scale == 0)
        {
            return [];
        }
        return [.. scores.Select((score, place) => (Place: place, Distance: (double)(score - middle) / scale))
            .Where(each => Math.Abs(each.Distance) > Threshold && Math.Abs(scores[each.Place] - middle) >= LeastShareOfMaximum * max)];
    }

    private static decimal Median(IReadOnlyList<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
