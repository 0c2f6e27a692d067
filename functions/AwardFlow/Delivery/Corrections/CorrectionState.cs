namespace AwardFlow.Delivery;

/// <summary>How far a correction of letters has come.</summary>
public enum CorrectionState
{
    /// <summary>Its letters are being rendered.</summary>
    Rendering,

    /// <summary>They wait for an approver.</summary>
    AwaitingApproval,

    /// <summary>They are being mailed.</summary>
    Sending,

    /// <summary>Every one was handed to the mail service, or is held for good; receipts come in, and reminders go out.</summary>
    Sent,

    /// <summary>An approver sent it back: it is over, and another one is made in its place.</summary>
    SentBack,

    /// <summary>A person called it off before a letter of it went out.</summary>
    Cancelled,

    /// <summary>Every one is received, or the time for receipts, which is its own, is over.</summary>
    Completed,
}
