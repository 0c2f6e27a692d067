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

    /// <summary>The letters of a correction are rendered and await approval.</summary>
    Correction,

    /// <summary>An approver sent a correction back.</summary>
    CorrectionSentBack,

    /// <summary>A judge gets the link to score by.</summary>
    JudgeLink,

    /// <summary>A judge has not submitted.</summary>
    JudgeReminder,

    /// <summary>An entry was sent back to a judge.</summary>
    JudgeQuestion,
}
