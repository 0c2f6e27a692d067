namespace AwardFlow.Engine;

/// <summary>
/// The signals that wake a waiting flow. What a signal is about stands in the cycle's row before the signal is raised,
/// so a lost one costs time, never a person's decision.
/// </summary>
public static class Signals
{
    /// <summary>A person asked to close now.</summary>
    public const string Close = "close";

    /// <summary>A person moved the closing time.</summary>
    public const string Extend = "extend";

    /// <summary>Sheets came in while the cycle waited for missing ones.</summary>
    public const string Upload = "upload";

    /// <summary>An approver released the letters.</summary>
    public const string Approve = "approve";

    /// <summary>An approver sent the cycle back.</summary>
    public const string SendBack = "sendBack";

    /// <summary>A person stopped the cycle for a while.</summary>
    public const string Pause = "pause";

    /// <summary>A person let it go on.</summary>
    public const string Resume = "resume";

    /// <summary>A person called off what is not sent.</summary>
    public const string Cancel = "cancel";

    /// <summary>A person had a letter sent again.</summary>
    public const string Resend = "resend";

    /// <summary>Something was done to a correction of letters.</summary>
    public const string Correct = "correct";

    /// <summary>The last receipt came in.</summary>
    public const string Receipts = "receipts";
}
