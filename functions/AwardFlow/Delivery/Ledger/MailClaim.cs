namespace AwardFlow.Delivery;

/// <summary>Who hands a mail over. A claim is a lease: when it has run out, nobody is at the mail any more.</summary>
public sealed record MailClaim
{
    /// <summary>How often a worker set out to hand over the mail of this sending, and found the mail service there.</summary>
    public int Attempts { get; init; }

    /// <summary>When a worker first set out in this sending; the mail's own date.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When a worker last set out.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Names the last claim: the machine, and a number of its own.</summary>
    public string? By { get; init; }

    /// <summary>Until when its worker may still be at it; null once it is known that nobody is.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Before when no worker sets out again, because the recipient's server asked to wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often the mail was handed over again although an earlier outcome was unknown.</summary>
    public int Unsure { get; init; }
}
