using System.Globalization;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Erases the values of lines, and writes that it did. The lines, and the chain, stay.</summary>
/// <param name="rows">Where trails are kept.</param>
public sealed class TrailErasure(IRowStore rows)
{
    private readonly TrailWriter _trail = new(rows);

    /// <summary>Erases the values of all lines from the first to one of them. Run again, it erases what is left.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="last">The last line's number.</param>
    /// <param name="by">Who has them erased; null for the flow itself.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    public async Task EraseAsync(string partition, int last, Actor? by, DateTimeOffset at, string? reason, CancellationToken cancellationToken)
    {
        var range = RowRange.Of(TrailValues.RowPrefix, TrailValues.KeyOf(last + 1));
        while (await rows.PageAsync(partition, range, TrailWriter.MostChanges, cancellationToken) is { Count: > 0 } some)
        {
            var entry = new TrailEntry(TrailKind.Erased, by, at)
            {
                Subject = string.Create(CultureInfo.InvariantCulture, $"{TrailValues.NumberOf(some[0].Key)}-{TrailValues.NumberOf(some[^1].Key)}"),
                Reason = reason,
            };
            // Where another did it meanwhile, the next page says what is left.
            await _trail.CommitAsync(partition, [.. some.Select(row => RowChange.Delete(row.Key, row.Version))], entry, cancellationToken);
        }
    }

    /// <summary>Erases the values of some lines, each with a line that says so.</summary>
    /// <param name="values">The values, as they were read.</param>
    /// <param name="by">Who has them erased; null for the flow itself.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    public async Task EraseAsync(IReadOnlyList<TrailValues> values, Actor? by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var each in values)
        {
            var number = TrailValues.NumberOf(each.Key);
            // Where another did it meanwhile, the condition does not hold, and it is done.
            await _trail.CommitAsync(
                each.Partition,
                [RowChange.Delete(each)],
                new TrailEntry(TrailKind.Erased, by, at) { Subject = string.Create(CultureInfo.InvariantCulture, $"{number}-{number}") },
                cancellationToken);
        }
    }

    /// <summary>The lines that a subject such as <c>1-20</c> names; null where it names none.</summary>
    internal static (int First, int Last)? Read(string? subject) =>
        subject?.Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : null;
}
