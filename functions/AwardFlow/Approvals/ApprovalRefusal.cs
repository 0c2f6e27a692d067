namespace AwardFlow.Approvals;

/// <summary>Why somebody cannot approve what awaits approval.</summary>
public enum ApprovalRefusal
{
    /// <summary>He or she changed something that the letters come of.</summary>
    HadAHand,

    /// <summary>He or she approved already.</summary>
    ApprovedAlready,

    /// <summary>It is another position's turn.</summary>
    OthersTurn,
}
