namespace AwardFlow.Scoring;

/// <summary>The average of one criterion.</summary>
/// <param name="Code">The criterion.</param>
/// <param name="Average">Rounded half away from zero to two decimals; 0 to the criterion's maximum.</param>
public sealed record CriterionAverage(string Code, decimal Average);
