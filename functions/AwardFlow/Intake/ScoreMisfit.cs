namespace AwardFlow.Intake;

/// <summary>Why an accepted score counts no more.</summary>
public enum ScoreMisfit
{
    /// <summary>The rubric has its criterion no more, or by another code.</summary>
    CriterionRemoved,

    /// <summary>The definition names judges, and this one is not among them.</summary>
    JudgeRemoved,

    /// <summary>It is above the criterion's maximum, which was lowered.</summary>
    AboveMaximum,

    /// <summary>The judge may not score the entry, for a conflict of interest.</summary>
    MayNotScore,

    /// <summary>Scores go in another step now; of what judges typed alone.</summary>
    OtherStep,
}
