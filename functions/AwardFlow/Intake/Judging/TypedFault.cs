using AwardFlow.Thai;

namespace AwardFlow.Intake.Judging;

/// <summary>What of an entry's scores cannot be taken.</summary>
/// <param name="Criterion">The criterion; null for the suggestion for the whole.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
public sealed record TypedFault(string? Criterion, string Value, BilingualText Problem)
{
    /// <summary>Whether it is about a suggestion; otherwise about a score.</summary>
    public bool IsComment { get; init; }
}
