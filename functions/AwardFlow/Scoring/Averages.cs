using AwardFlow.Cycles;

namespace AwardFlow.Scoring;

/// <summary>Averages of points, and which judges' sheets they are over.</summary>
public static class Averages
{
    private const int FewestToTrim = 3;

    /// <summary>The average, rounded half away from zero to two decimals.</summary>
    /// <param name="totals">What it is over; at least one.</param>
    /// <exception cref="ArgumentException">There is no total.</exception>
    public static decimal Of(IReadOnlyCollection<decimal> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Count == 0)
        {
            throw new ArgumentException("An average needs at least one total.", nameof(totals));
        }
        return Math.Round(totals.Sum() / totals.Count, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>What an average is over: all, or all without one of the highest and one of the lowest total where there are three or more.</summary>
    /// <param name="sheets">One a judge.</param>
    /// <param name="total">A sheet's total.</param>
    /// <param name="key">Tells sheets of equal totals apart, so that it is always the same that is dropped.</param>
    /// <param name="method">The plain or the trimmed mean.</param>
    internal static IReadOnlyList<T> Kept<T>(IReadOnlyList<T> sheets, Func<T, decimal> total, Func<T, string> key, AverageMethod method) =>
        method == AverageMethod.TrimmedMean && sheets.Count >= FewestToTrim
            ? [.. sheets.OrderBy(total).ThenBy(key, StringComparer.Ordinal).Skip(1).SkipLast(1)]
            : sheets;
}
