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
        var counted = Kept([.. totals], static total => total, static _ => "", method);
        return Math.Round(counted.Sum() / counted.Count, 2, MidpointRounding.AwayFromZero);
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
