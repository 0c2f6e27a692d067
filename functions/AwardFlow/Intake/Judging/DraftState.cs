namespace AwardFlow.Intake.Judging;

/// <summary>How far a judge is with an entry.</summary>
public enum DraftState
{
    /// <summary>Nothing is typed.</summary>
    Empty,

    /// <summary>Something is typed, but not every criterion has a score.</summary>
    Begun,

    /// <summary>Every criterion has a score.</summary>
    Complete,

    /// <summary>The judge declined it.</summary>
    Recused,

    /// <summary>It was sent back with a question, and the judge did not submit since.</summary>
    Returned,
}
