using AwardFlow.Intake;

namespace AwardFlow.Scoring;

/// <summary>How one entry did.</summary>
public sealed record EntryResult
{
    /// <summary>The entry.</summary>
    public required Entry Entry { get; init; }

    /// <summary>True where the entry is withdrawn, so that it has no average, rank or letter; else null.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>How many judges scored all criteria and may; of their totals the trimmed mean then drops two.</summary>
    public required int Judges { get; init; }

    /// <summary>
    /// The average of the judges' totals, rounded half away from zero to two decimals; null where fewer judges scored all criteria than the cycle wants.
    /// </summary>
    public decimal? Average { get; init; }

    /// <summary>The place among all entries, from 1; equal averages share one, and the next is as far on as there are entries before it.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether the rounded average reaches the pass mark.</summary>
    public bool? Passed { get; init; }

    /// <summary>The average of each criterion over the judges whose totals the average is over, in the rubric's order.</summary>
    public required IReadOnlyList<CriterionAverage> Criteria { get; init; }

    /// <summary>The judges' suggestions, no judge named.</summary>
    public required IReadOnlyList<string> Comments { get; init; }
}
