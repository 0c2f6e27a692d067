using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>What a mail service says became of a mail.</summary>
/// <param name="EventId">The service's name for this event; the same when it is sent again.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="EntryCode">The entry.</param>
/// <param name="DeliveryId">The delivery, see <see cref="LetterDelivery.Id"/>.</param>
/// <param name="State">
/// <see cref="DeliveryState.Accepted"/>, <see cref="DeliveryState.Deferred"/>, <see cref="DeliveryState.Delivered"/>,
/// <see cref="DeliveryState.Bounced"/> or <see cref="DeliveryState.Dropped"/>.
/// </param>
/// <param name="At">When it happened, by the service's clock.</param>
/// <param name="Cause">The event, for the journal and the row, with the reason that the service gave.</param>
/// <param name="ProviderId">What the service calls the mail.</param>
public sealed record ProviderEvent(
    string EventId, CycleId Cycle, EntryCode EntryCode, string DeliveryId, DeliveryState State, DateTimeOffset At, DeliveryCause Cause, string? ProviderId)
{
    /// <summary>
    /// The row after this event. Events come in any order: the greatest counts, so every order ends in the same state. An
    /// end (delivered, bounced, dropped) is greater than a way station, and of two ends the later one, since a server may
    /// take a mail and return it afterwards. What the recipient itself confirmed is beyond all of them.
    /// </summary>
    public LetterDelivery ApplyTo(LetterDelivery row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Id != DeliveryId || row.State is DeliveryState.ToPost or DeliveryState.Posted || Weigh(State, At).CompareTo(Weigh(row.State, row.StateAt)) <= 0)
        {
            return row;
        }
        return row with
        {
            State = State,
            StateAt = At,
            Why = Cause.Words is null ? null : Cause,
            AcceptedAt = row.AcceptedAt ?? At,
            ProviderId = row.ProviderId ?? ProviderId,
            NotBefore = null,
        };
    }

    private static (int Stage, DateTimeOffset EndedAt, int Rank) Weigh(DeliveryState state, DateTimeOffset at) => state switch
    {
        DeliveryState.Accepted => (1, DateTimeOffset.MinValue, 0),
        DeliveryState.Deferred => (2, DateTimeOffset.MinValue, 0),
        DeliveryState.Delivered => (3, at, 0),
        DeliveryState.Dropped => (3, at, 1),
        DeliveryState.Bounced => (3, at, 2),
        DeliveryState.Received => (4, DateTimeOffset.MinValue, 0),
        // Nothing that only we know weighs anything against what the service saw.
        _ => (0, DateTimeOffset.MinValue, 0),
    };
}
