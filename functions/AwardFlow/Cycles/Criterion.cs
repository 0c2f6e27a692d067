namespace AwardFlow.Cycles;

/// <summary>One thing that every judge scores (ข้อ).</summary>
/// <param name="Code">Unique in the rubric; a score sheet in wide form has it as a column's name.</param>
/// <param name="Title">For people.</param>
/// <param name="Max">The highest score, above 0; the lowest is 0.</param>
public sealed record Criterion(string Code, string Title, decimal Max)
{
    /// <summary>By what a score is multiplied in a judge's total, from 0.0001 to 1000; 1 where none is given.</summary>
    public decimal? Weight { get; init; }

    /// <summary>What a score counts in a judge's total.</summary>
    /// <param name="points">0 to <see cref="Max"/>.</param>
    public decimal Weighted(decimal points) => Weight is { } weight ? points * weight : points;
}
