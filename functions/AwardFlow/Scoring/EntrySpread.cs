using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>How far the judges' totals of one entry lie apart.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Judges">How many totals there are.</param>
/// <param name="Lowest">The lowest total; null where there is none.</param>
/// <param name="Highest">The highest total.</param>
/// <param name="Range">The highest less the lowest.</param>
/// <param name="StandardDeviation">With n − 1; null where there are fewer than two totals.</param>
public sealed record EntrySpread(EntryCode EntryCode, int Judges, decimal? Lowest, decimal? Highest, decimal? Range, double? StandardDeviation);
