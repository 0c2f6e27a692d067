using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>How one judge scores beside the others.</summary>
/// <param name="Judge">The judge's name.</param>
/// <param name="Entries">How many entries the judge scored for all criteria, those left out not counted.</param>
/// <param name="Incomplete">How many more lack a criterion.</param>
/// <param name="LeftOut">How many the judge scored but may not (conflict of interest).</param>
/// <param name="Mean">The mean of the judge's totals, rounded half away from zero to two decimals; null where there is none.</param>
/// <param name="StandardDeviation">Of the judge's totals, with n − 1; null where there are fewer than two.</param>
/// <param name="Leniency">
/// By how many points the judge's total is above the mean of the others' for the same entry, on average over the entries
/// that others scored too; below zero where the judge is strict. Null where there are none.
/// </param>
public sealed record JudgeStatistics(JudgeName Judge, int Entries, int Incomplete, int LeftOut, decimal? Mean, double? StandardDeviation, decimal? Leniency);
