namespace AwardFlow.Cycles;

/// <summary>One thing that every judge scores (ข้อ).</summary>
/// <param name="Code">Unique in the rubric; a score sheet in wide form has it as a column's name.</param>
/// <param name="Title">For people.</param>
/// <param name="Max">The highest score, above 0; the lowest is 0.</param>
public sealed record Criterion(string Code, string Title, decimal Max);
