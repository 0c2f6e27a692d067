namespace AwardFlow.Scoring;

/// <summary>How far judges agree, over the entries that every one of them scored.</summary>
/// <param name="Judges">How many judges, m.</param>
/// <param name="Entries">How many entries, n.</param>
/// <param name="KendallW">
/// Kendall's coefficient of concordance W of the judges' rankings, 0 (none) to 1 (the same ranking); null where it is not
/// defined. Equal totals share the mean of their ranks, and W is corrected for ties.
/// </param>
/// <param name="ChiSquare">m(n − 1)W, which for n above 7 is about chi-square with n − 1 degrees of freedom when judges rank at random.</param>
/// <param name="IntraclassCorrelation">
/// ICC(2,1): the reliability of one judge's totals as points, judges taken as drawn from many; 1 is full agreement, 0 or less none.
/// </param>
/// <param name="IntraclassCorrelationOfMean">ICC(2,k): the reliability of the mean over these judges.</param>
public sealed record Agreement(int Judges, int Entries, double? KendallW, double? ChiSquare, double? IntraclassCorrelation, double? IntraclassCorrelationOfMean)
{
    /// <summary>Works out agreement.</summary>
    /// <param name="totals">A row an entry, in it a total for each judge, in the same order of judges.</param>
    /// <remarks>
    /// W: M. G. Kendall and B. Babington Smith, "The Problem of m Rankings", Annals of Mathematical Statistics 10 (1939),
    /// 275–287; with ties, W = 12S / (m²(n³ − n) − mΣ(t³ − t)) as in Kendall, Rank Correlation Methods (1948), chapter 6.
    /// ICC: P. E. Shrout and J. L. Fleiss, "Intraclass Correlations: Uses in Assessing Rater Reliability", Psychological
    /// Bulletin 86 (1979), 420–428, case 2.
    /// </remarks>
    public static Agreement Of(IReadOnlyList<decimal[]> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var (n, m) = (totals.Count, totals.Count == 0 ? 0 : totals[0].Length);
        if (n < 2 || m < 2)
        {
            return new Agreement(m, n, null, null, null, null);
        }
        var w = Concordance(totals, n, m);
        var (single, mean) = Reliability(totals, n, m);
        return new Agreement(m, n, w, m * (n - 1) * w, single, mean);
    }

    private static double? Concordance(IReadOnlyList<decimal[]> totals, int n, int m)
    {
        var sums = new double[n];
        var ties = 0.0;
        for (var judge = 0; judge < m; judge++)
        {
            var place = judge;
            var order = Enumerable.Range(0, n).OrderBy(entry => totals[entry][place]).ToArray();
            for (var first = 0; first < n;)
            {
                var next = first + 1;
                while (next < n && totals[order[next]][judge] == totals[order[first]][judge])
                {
                    next++;
                }
                double tied = next - first;
                ties += tied * tied * tied - tied;
                for (var i = first; i < next; i++)
                {
                    sums[order[i]] += (first + 1 + next) / 2.0;
                }
                first = next;
            }
        }
        var mean = m * (n + 1) / 2.0;
        var s = sums.Sum(sum => (sum - mean) * (sum - mean));
        var highest = (double)m * m * ((double)n * n * n - n) - m * ties;
        return highest > 0 ? 12 * s / highest : null;
    }

    private static (double? Single, double? Mean) Reliability(IReadOnlyList<decimal[]> totals, int n, int m)
    {
        var grand = totals.Sum(row => (double)row.Sum()) / (n * m);
        var entries = totals.Select(row => (double)row.Sum() / m).ToArray();
        var judges = Enumerable.Range(0, m).Select(judge => (double)totals.Sum(row => row[judge]) / n).ToArray();
        var between = m * entries.Sum(mean => (mean - grand) * (mean - grand)) / (n - 1);
        var judging = n * judges.Sum(mean => (mean - grand) * (mean - grand)) / (m - 1);
        var error = 0.0;
        for (var entry = 0; entry < n; entry++)
        {
            for (var judge = 0; judge < m; judge++)
            {
                var rest = (double)totals[entry][judge] - entries[entry] - judges[judge] + grand;
                error += rest * rest;
            }
        }
        error /= (n - 1) * (m - 1);
        return (Ratio(between - error, between + (m - 1) * error + m * (judging - error) / n), Ratio(between - error, between + (judging - error) / n));
    }

    private static double? Ratio(double part, double whole) => Math.Abs(whole) < 1e-12 ? null : part / whole;
}
