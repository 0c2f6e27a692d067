using AwardFlow.Delivery;

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

    /// <summary>How many went by post, also those that are received before anybody wrote down that they were posted.</summary>
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

    /// <summary>The figures with one more row of the ledger; an entry without a letter changes nothing.</summary>
    public DeliveryFigures With(LetterDelivery row)
    {
        if (!row.HasLetter)
        {
            return this;
        }
        var left = row.WasTaken || row.Posting is not null ? row.AcceptedAt ?? row.LeftAt : null;
        var isReceived = row.State == DeliveryState.Received;
        return this with
        {
            Letters = Letters + 1,
            Mailed = Mailed + One(row.WasTaken && !row.WasPosted),
            Reached = Reached + One(row.WasTaken && !row.WasPosted && (isReceived || row.State == DeliveryState.Delivered)),
            Returned = Returned + One(row.State is DeliveryState.Bounced or DeliveryState.Dropped),
            Posted = Posted + One(row.WasPosted),
            ToPost = ToPost + One(row.State == DeliveryState.ToPost),
            Waiting = Waiting + One(row.State is DeliveryState.Pending or DeliveryState.Claimed),
            Held = Held + One(row.NeedsDecision),
            Received = Received + One(isReceived),
            Unconfirmed = Unconfirmed + One(left is not null && row.State is not (DeliveryState.Received or DeliveryState.Bounced or DeliveryState.Dropped)),
            FirstAt = left < FirstAt || FirstAt is null ? left ?? FirstAt : FirstAt,
            LastAt = left > LastAt || LastAt is null ? left ?? LastAt : LastAt,
            LastReceivedAt = isReceived && row.Stamp is { } stamp && (LastReceivedAt is null || stamp.At > LastReceivedAt) ? stamp.At : LastReceivedAt,
        };
    }

    private static int One(bool counts) => counts ? 1 : 0;
}
