namespace AwardFlow.Cycles;

/// <summary>How far a cycle has come.</summary>
public enum CycleState
{
    /// <summary>
    /// The cycle is being set up: its definition may lack things, and it takes no sheets. Below 0, so that what was stored as a number stays what it was.
    /// </summary>
    Draft = -1,

    /// <summary>Entries and scores come in.</summary>
    Open = 0,

    /// <summary>Scores are frozen; letters are being rendered.</summary>
    Closed,

    /// <summary>The closing time came, and entries or scores are missing: a person decides.</summary>
    NeedsAttention,

    /// <summary>Every letter is rendered.</summary>
    Rendered,

    /// <summary>The letters wait for an approver.</summary>
    AwaitingApproval,

    /// <summary>Letters are being mailed.</summary>
    Sending,

    /// <summary>Every letter was handed to the mail service; receipts come in, and reminders go out.</summary>
    Sent,

    /// <summary>Every letter is received, or the time for receipts is over.</summary>
    Completed,

    /// <summary>A person stopped closings, mails and reminders for a while. Never stored: the state below it is (<see cref="Cycle.Paused"/>).</summary>
    Paused,

    /// <summary>A person called the cycle off before a letter was sent.</summary>
    Cancelled,
}
