using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>What one judge gave one entry for one criterion.</summary>
/// <param name="EntryCode">The entry, as the entries' list spells it.</param>
/// <param name="Judge">The judge's name.</param>
/// <param name="Criterion">The criterion's code, as the rubric spells it.</param>
/// <param name="Points">0 to the criterion's maximum; null where there is only a suggestion, so that an earlier score stands.</param>
/// <param name="Comment">The judge's suggestion; may be empty.</param>
public readonly record struct Score(EntryCode EntryCode, JudgeName Judge, string Criterion, decimal? Points, string Comment)
{
    /// <summary>The number of the upload that it is of; 0 where it is of none yet.</summary>
    public int Upload { get; init; }

    /// <summary>The number of the judge's submission that it is of; null for a sheet's.</summary>
    public int? Submission { get; init; }
}
