using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>When the last letter of a cycle was over: a correction is kept as long as the letters are, from when it went.</summary>
public static class LastLetter
{
    /// <summary>When it was; null while the cycle runs or a correction is under way.</summary>
    public static async Task<DateTimeOffset?> AtAsync(IStorage storage, Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(cycle);
        var last = cycle.OverAt;
        await foreach (var correction in storage.Rows.ListAsync<Correction>(cycle.Id.Text, RowRange.Prefix(Correction.RowPrefix), cancellationToken))
        {
            if (last is null || !correction.IsOver)
            {
                return null;
            }
            last = new[] { last.Value, correction.MadeAt, correction.SentAt ?? correction.MadeAt }.Max();
        }
        return last;
    }
}
