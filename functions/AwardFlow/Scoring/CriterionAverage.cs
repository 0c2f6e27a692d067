namespace AwardFlow.Scoring;

/// <summary>The average of one criterion.</summary>
/// <param name="Code">The criterion.</param>
/// <param name="Average">Rounded half away from zero to two decimals; 0 to the criterion's maximum.</param>
/// <param name="Weighted">What it counts in the weighted average, rounded likewise; null where the criterion has no weight.</param>
public sealed record CriterionAverage(string Code, decimal Average, decimal? Weighted = null);
