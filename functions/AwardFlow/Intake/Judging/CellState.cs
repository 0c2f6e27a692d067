namespace AwardFlow.Intake.Judging;

/// <summary>How far a judge is with an entry, for the office.</summary>
public enum CellState
{
    /// <summary>Nothing is typed.</summary>
    Empty,

    /// <summary>Something is typed, but not every criterion has a score.</summary>
    Begun,

    /// <summary>Every criterion has a score, and nothing is submitted.</summary>
    Complete,

    /// <summary>It is submitted, and nothing of it is owed.</summary>
    Submitted,

    /// <summary>It was sent back with a question.</summary>
    Returned,

    /// <summary>The judge declined it.</summary>
    Recused,

    /// <summary>The judge may not score it: by the definition, or since the office withdrew the judge's scores.</summary>
    Conflict,

    /// <summary>A sheet has its scores.</summary>
    Sheet,
}
