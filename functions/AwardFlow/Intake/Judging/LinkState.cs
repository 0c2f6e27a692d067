namespace AwardFlow.Intake.Judging;

/// <summary>Whether a judge has a link.</summary>
public enum LinkState
{
    /// <summary>There never was one.</summary>
    None,

    /// <summary>There is one.</summary>
    Made,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}
