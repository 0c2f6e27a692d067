namespace AwardFlow.Records.Report;

/// <summary>What became of a cycle's letters.</summary>
internal sealed record DeliveryFigures
{
    /// <summary>How many letters there are.</summary>
    public int Letters { get; init; }

    /// <summary>How many a mail service took.</summary>
    public int Mailed { get; init; }

    /// <summary>How many of those the recipient's server is known to have taken, or are received.</summary>
    public int Reached { get; init; }

    /// <summary>How many came back or were not taken.</summary>
    public int Returned { get; init; }

    /// <summary>How many were posted.</summary>
    public int Posted { get; init; }

    /// <summary>How many wait to be posted.</summary>
    public int ToPost { get; init; }

    /// <summary>How many wait to be mailed.</summary>
    public int Waiting { get; init; }

    /// <summary>How many are held for a person.</summary>
    public int Held { get; init; }

    /// <summary>How many are received.</summary>
    public int Received { get; init; }

    /// <summary>How many went out and are not received.</summary>
    public int Unconfirmed { get; init; }

    /// <summary>When the first left; null where none did.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When the last left.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>When the last was registered at its recipient's desk; null where none was.</summary>
    public DateTimeOffset? LastReceivedAt { get; init; }

    /// <summary>Until when receipts are taken; null before all is sent.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
}
