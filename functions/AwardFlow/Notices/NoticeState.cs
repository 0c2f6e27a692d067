namespace AwardFlow.Notices;

/// <summary>What became of a notice.</summary>
public enum NoticeState
{
    /// <summary>It is to go out; whatever was tried so far was certainly not taken.</summary>
    Waiting,

    /// <summary>It is being handed over, or was when the process ended. It is not sent again: nobody can say whether it went.</summary>
    Claimed,

    /// <summary>The mail service took it.</summary>
    Sent,

    /// <summary>The mail service will never take it, or was asked too often.</summary>
    Refused,

    /// <summary>Nobody can say whether the mail service took it; it is not sent again.</summary>
    Unknown,

    /// <summary>What it is about had passed before it went out.</summary>
    Overtaken,
}
