namespace AwardFlow.Receipts;

/// <summary>What may be next about a cycle whose letters were sent.</summary>
public enum FollowUpKind
{
    /// <summary>Nothing is due yet.</summary>
    Wait,

    /// <summary>Reminders are due, or some are not settled.</summary>
    Remind,

    /// <summary>Letters wait to be mailed.</summary>
    Send,

    /// <summary>The cycle is completed.</summary>
    Done,
}
