using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>A score that lies far from what the other judges gave the same entry: worth a look, no more.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Criterion">The criterion; null where it is the judge's total.</param>
/// <param name="Points">What the judge gave.</param>
/// <param name="Median">The median of all judges' scores for the same.</param>
/// <param name="Distance">The modified z-score of <see cref="StandoutScores"/>, below zero where the score is low.</param>
public sealed record StandoutScore(EntryCode EntryCode, JudgeName Judge, string? Criterion, decimal Points, decimal Median, double Distance);
