namespace AwardFlow.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>All letters are rendered and await approval.</summary>
    Approval,

    /// <summary>The closing time came, and scores or entries lack.</summary>
    Scores,

    /// <summary>An approver sent the cycle back.</summary>
    SentBack,

    /// <summary>Letters came back.</summary>
    Bounces,
}
