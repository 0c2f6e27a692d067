using AwardFlow.Cycles;

namespace AwardFlow.Scoring;

/// <summary>Averages of judges' totals.</summary>
public static class Averages
{
    private const int FewestToTrim = 3;

    /// <summary>The average, rounded half away from zero to two decimals.</summary>
    /// <param name="totals">One total a judge; at least one.</param>
    /// <param name="method">The plain mean, or the mean without one highest and one lowest total where there are three or more.</param>
    /// <exception cref="ArgumentException">There is no total.</exception>
    public static decimal Of(IReadOnlyCollection<decimal> totals, AverageMethod method)
    {
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Count == 0)
        {
            throw new ArgumentException("An average needs at least one total.", nameof(totals));
        }
        var counted = method == AverageMethod.TrimmedMean && totals.Count >= FewestToTrim
            ? totals.Order().Skip(1).SkipLast(1).ToList()
            : totals;
        return Math.Round(counted.Sum() / counted.Count, 2, MidpointRounding.AwayFromZero);
    }
}
