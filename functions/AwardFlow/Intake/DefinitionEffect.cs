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

    /// <summary>What of judges' typing on their pages, which is not submitted, may count no more; null where none is touched.</summary>
    public TypedScoresEffect? Typed { get; init; }

    /// <summary>Names exactly this change; sent back as <c>?confirm=</c> it is made. Null where there is nothing to confirm.</summary>
    public string? Confirm { get; init; }

    /// <summary>Scores of one judge for one criterion that would count no more.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="Criterion">The criterion's code.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Scores">How many.</param>
    public sealed record ScoreGroup(JudgeName Judge, string Criterion, ScoreMisfit Why, int Scores);

    /// <summary>
    /// What judges typed and did not submit, that may count no more. Which scores they are is the judges' alone, so it is told
    /// without a look at them: all that was typed for a criterion whose maximum is lowered, for example.
    /// </summary>
    /// <param name="Scores">How many scores were typed that may count no more.</param>
    /// <param name="Incomplete">How many pairs of entry and judge were begun and lack new criteria.</param>
    /// <param name="Judges">The judges whose typing it is.</param>
    /// <param name="Why">Why.</param>
    public sealed record TypedScoresEffect(int Scores, int Incomplete, IReadOnlyList<JudgeName> Judges, IReadOnlyList<ScoreMisfit> Why);
}
