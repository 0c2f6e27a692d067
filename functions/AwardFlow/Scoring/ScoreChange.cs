using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>A score before and after an upload.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="Before">The score before; null where there was none.</param>
/// <param name="After">The score after; null where there is none.</param>
/// <param name="CommentBefore">The judge's suggestion before, where it changed.</param>
/// <param name="CommentAfter">The judge's suggestion after, where it changed.</param>
public sealed record ScoreChange(
    EntryCode EntryCode,
    JudgeName Judge,
    string Criterion,
    decimal? Before,
    decimal? After,
    string? CommentBefore,
    string? CommentAfter);
