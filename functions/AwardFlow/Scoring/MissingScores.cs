using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>What one judge has yet to score of one entry.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Judge">The judge; null where no judge scored anything yet, or where fewer may score the entry than the cycle wants.</param>
/// <param name="Criteria">The codes of the criteria without a score.</param>
public sealed record MissingScores(EntryCode EntryCode, JudgeName? Judge, IReadOnlyList<string> Criteria);
