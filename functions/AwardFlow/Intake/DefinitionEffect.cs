using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>What a change of the definition does to the scores that were accepted before. None is erased: the sheets stay as evidence.</summary>
public sealed record DefinitionEffect
{
    /// <summary>How many groups are listed; of the rest only their number is told.</summary>
    public const int Most = 500;

    /// <summary>Scores that would count no more, by judge, criterion and reason.</summary>
    public IReadOnlyList<ScoreGroup> Drops { get; init; } = [];

    /// <summary>How many scores would count no more.</summary>
    public int Dropped { get; init; }

    /// <summary>How many scores that an earlier change had dropped would count again.</summary>
    public int Restored { get; init; }

    /// <summary>The codes of criteria that are new: every judge who scored has yet to score them.</summary>
    public IReadOnlyList<string> AddedCriteria { get; init; } = [];

    /// <summary>How many pairs of entry and judge that were scored lack the new criteria's scores.</summary>
    public int Incomplete { get; init; }

    /// <summary>Names exactly this change; sent back as <c>?confirm=</c> it is made. Null where there is nothing to confirm.</summary>
    public string? Confirm { get; init; }

    /// <summary>Scores of one judge for one criterion that would count no more.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="Criterion">The criterion's code.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Scores">How many.</param>
    public sealed record ScoreGroup(JudgeName Judge, string Criterion, ScoreMisfit Why, int Scores);
}
