namespace AwardFlow.Scoring;

/// <summary>How all entries of a cycle did together, for an entrant to compare with.</summary>
/// <param name="Entries">How many entries have an average.</param>
/// <param name="Average">The mean of their averages, rounded half away from zero to two decimals; null where there is none.</param>
/// <param name="Criteria">The mean of their averages of each criterion, rounded likewise, in the rubric's order.</param>
public sealed record OverallAverages(int Entries, decimal? Average, IReadOnlyList<CriterionAverage> Criteria)
{
    /// <summary>Works out the averages of all entries that have one.</summary>
    public static OverallAverages Of(CycleResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var scored = results.Entries.Where(entry => entry.Average.HasValue).ToList();
        return new OverallAverages(
            scored.Count,
            scored.Count == 0 ? null : Averages.Of([.. scored.Select(entry => entry.Average!.Value)]),
            [.. scored.SelectMany(entry => entry.Criteria).GroupBy(criterion => criterion.Code, StringComparer.Ordinal)
                .Select(criterion => new CriterionAverage(
                    criterion.Key, Averages.Of([.. criterion.Select(each => each.Average)]),
                    criterion.First().Weighted is null ? null : Averages.Of([.. criterion.Select(each => each.Weighted ?? each.Average)])))]);
    }
}
