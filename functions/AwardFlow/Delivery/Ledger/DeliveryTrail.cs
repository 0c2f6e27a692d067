using System.Globalization;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>What a cycle's trail says of what people do to single deliveries. Its kinds are the codes of <see cref="DeliveryCause"/>.</summary>
internal static class DeliveryTrail
{
    /// <summary>Under which name the values have who registered a letter.</summary>
    public const string RegisteredBy = "registeredBy";

    /// <summary>Under which name they have when it was registered.</summary>
    public const string RegisteredAt = "registeredAt";

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

    /// <summary>The line of postings of several letters: each a line of the values too, with its day and number.</summary>
    /// <param name="moves">The rows before and after.</param>
    /// <param name="lines">The lines of the entries' journals that are written with them.</param>
    /// <param name="by">Who did it.</param>
    public static TrailEntry EntryOfMany(
        IReadOnlyList<(LetterDelivery Before, LetterDelivery After)> moves, IReadOnlyList<DeliveryTransition> lines, Actor by) =>
        new(lines.FirstOrDefault(line => line.Cause == DeliveryCause.Posted)?.Cause.Code ?? lines[0].Cause.Code, by, lines[0].At)
        {
            Before = moves.Any(move => move.Before.Posting is not null) ? TrailValues.Of(("postings", Postings(moves.Select(move => move.Before)))) : null,
            After = TrailValues.Of(("letters", moves.Count), ("postings", Postings(moves.Select(move => move.After)))),
            Rows = TrailValues.HashesOf(lines.Select(RowChange.Add).ToArray()),
        };

    private static string Postings(IEnumerable<LetterDelivery> rows) =>
        string.Join('\n', rows.Where(row => row.Posting is not null).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.EntryCode}{(row.Letter == 1 ? "" : $" ({Correction.NumberOf(row.Letter)})")} {ThaiTime.Of(row.Posting!.At):yyyy-MM-dd} {row.Posting.TrackingNumber}").TrimEnd()));

    private static IReadOnlyDictionary<string, string> Values(LetterDelivery row) => TrailValues.Of(
        ("letter", row.Id), ("reminder", row.Reminder == 0 ? null : row.Reminder), ("state", row.State), ("sending", row.Sending), ("address", row.Address),
        ("registerNumber", row.Stamp?.Number), (RegisteredAt, row.Stamp?.At), ("division", row.Stamp?.Division), (RegisteredBy, row.Stamp?.Name),
        ("postedAt", row.Posting?.At), ("trackingNumber", row.Posting?.TrackingNumber));
}
