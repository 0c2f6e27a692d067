namespace AwardFlow.Delivery;

/// <summary>What became of a mail.</summary>
public sealed record MailStatus
{
    /// <summary>How far it came.</summary>
    public DeliveryState State { get; init; }

    /// <summary>Since when: by the mail service's clock where it said so, else by ours.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Why it is in this state, where that needs saying.</summary>
    public DeliveryCause? Why { get; init; }

    /// <summary>How often a person had it sent, from 1. Each sending is a delivery of its own.</summary>
    public int Sending { get; init; } = 1;

    /// <summary>When the mail service took it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What the mail service calls it.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Where it went, where the row's address was corrected since; null while that is the same.</summary>
    public string? MailedTo { get; init; }

    /// <summary>Whether it may have been taken twice.</summary>
    public bool PossibleDuplicate { get; init; }
}
