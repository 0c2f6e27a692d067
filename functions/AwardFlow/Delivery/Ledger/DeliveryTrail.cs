using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>What a cycle's trail says of what people do to single deliveries. Its kinds are the codes of <see cref="DeliveryCause"/>.</summary>
internal static class DeliveryTrail
{
    /// <summary>Under which name the values have who registered a letter.</summary>
    public const string RegisteredBy = "registeredBy";

    /// <summary>The line of a change.</summary>
    /// <param name="before">The row before.</param>
    /// <param name="after">The row after.</param>
    /// <param name="line">The line of the entry's journal that is written with it.</param>
    /// <param name="by">Who did it.</param>
    public static TrailEntry Entry(LetterDelivery before, LetterDelivery after, DeliveryTransition line, Actor by) => new(line.Cause.Code, by, line.At)
    {
        Subject = after.EntryCode.Text,
        Reason = line.Cause.Argument("reason") is { Length: > 0 } reason ? reason : null,
        Before = Values(before),
        After = Values(after),
        Rows = TrailValues.HashesOf(RowChange.Add(line)),
    };

    private static IReadOnlyDictionary<string, string> Values(LetterDelivery row) => TrailValues.Of(
        ("letter", row.Id), ("reminder", row.Reminder == 0 ? null : row.Reminder), ("state", row.State), ("sending", row.Sending), ("address", row.Address),
        ("registerNumber", row.Stamp?.Number), ("registeredAt", row.Stamp?.At), ("division", row.Stamp?.Division), (RegisteredBy, row.Stamp?.Name),
        ("postedAt", row.Posting?.At), ("trackingNumber", row.Posting?.TrackingNumber));
}
