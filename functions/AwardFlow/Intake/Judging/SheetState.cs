namespace AwardFlow.Intake.Judging;

/// <summary>How a judge's sheet stands.</summary>
public enum SheetState
{
    /// <summary>The judge scores.</summary>
    Open,

    /// <summary>It is submitted and counts.</summary>
    Submitted,

    /// <summary>The cycle takes no scores.</summary>
    Closed,
}
