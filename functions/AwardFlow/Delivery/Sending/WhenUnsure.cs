namespace AwardFlow.Delivery;

/// <summary>What becomes of a letter's mail when nobody can say whether the mail service took it. A reminder is always held.</summary>
public enum WhenUnsure
{
    /// <summary>It is sent again with the same Message-ID and marked as a possible duplicate: better twice than never.</summary>
    Resend,

    /// <summary>It is held until a person decides.</summary>
    Hold,
}
