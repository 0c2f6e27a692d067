using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erases names of who registered letters, in the ledger and in the journals. The trail has hashes of journals' lines, and
/// values with such names: those values are erased with them, and the lines as they are now are written to the trail anew. A
/// mark stands from before the first is erased until the last hash is written, so what a crash leaves is seen to later.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="journals">Writes journals' hashes to the trail.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptNames(IStorage storage, JournalTrail journals, TimeProvider time)
{
    /// <summary>The key of the mark.</summary>
    internal const string Mark = "namesErasing";

    // A receipt that comes meanwhile is seen to in the next pass. Nobody writes so many at once that five do not do.
    private const int MostPasses = 5;

    private readonly TrailErasure _erasure = new(storage.Rows);

    /// <summary>Erases names. Run again, or beside receipts that come in, it erases what is left.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="isMeant">Which: by the name, and when the letter was registered where that is known.</param>
    /// <param name="by">Who has them erased; null for the flow itself.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    /// <returns>On how many receipts.</returns>
    public async Task<int> EraseAsync(CycleId cycle, Func<string, DateTimeOffset?, bool> isMeant, Actor? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(isMeant);
        var (count, written) = (0, new Dictionary<string, string>(StringComparer.Ordinal));
        for (var pass = 0; pass < MostPasses && await PassAsync(cycle, isMeant, by, written, cancellationToken) is { } erased; pass++)
        {
            count += erased;
        }
        await FinishAsync(cycle, cancellationToken);
        return count;
    }

    /// <summary>Writes the hashes that an erasure which was cut off left out, if there was one.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> FinishAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (await storage.Rows.FindAsync(cycle.Text, Mark, cancellationToken) is { } mark)
        {
            await journals.KeepLeftAsync(cycle, cancellationToken);
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Delete(mark.Key, mark.Version), cancellationToken);
            return true;
        }
        return false;
    }

    // Null: there was nothing.
    private async Task<int?> PassAsync(
        CycleId cycle, Func<string, DateTimeOffset?, bool> isMeant, Actor? by, Dictionary<string, string> written, CancellationToken cancellationToken)
    {
        var lines = await storage.Rows.ListAsync<DeliveryTransition>(cycle.Text, RowRange.Prefix(DeliveryTransition.AllPrefix), cancellationToken)
            .Where(line => Holds(line.Stamp, isMeant) || (line.EarlierReceipt is { } earlier && isMeant(earlier, null))).ToListAsync(cancellationToken);
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var told = await storage.Rows.ListAsync<TrailValues>(cycle.Text, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken)
            // Of a line that is written anew somebody may have kept the hash that it had just before.
            .Where(values => values.Rows?.Any(row => keys.Contains(row.Key) || (written.TryGetValue(row.Key, out var now) && now != row.Value)) == true
                || Names(values.Before, isMeant) || Names(values.After, isMeant))
            .ToListAsync(cancellationToken);
        var letters = await storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken)
            .Where(row => Holds(row.Stamp, isMeant)).ToListAsync(cancellationToken);
        if (lines.Count + told.Count + letters.Count == 0)
        {
            return null;
        }
        await storage.Rows.CommitAsync(cycle.Text, RowChange.Put(Mark, "{}"), cancellationToken);
        // First the trail's values: from then on no line of it says what the rows were.
        await _erasure.EraseAsync(told, by, time.GetUtcNow(), cancellationToken);
        foreach (var line in lines)
        {
            var change = RowChange.Replace(line with { Stamp = Without(line.Stamp), EarlierReceipt = null });
            if ((await storage.Rows.CommitAsync(cycle.Text, [change], cancellationToken)).IsCommitted)
            {
                written[line.Key] = TrailValues.HashesOf(change)[line.Key];
            }
        }
        var count = 0;
        foreach (var row in letters)
        {
            // Where somebody corrected the receipt meanwhile, the next pass looks at it.
            count += await storage.Rows.CommitAsync(cycle.Text, RowChange.Replace(row with { Stamp = Without(row.Stamp) }), cancellationToken) is null ? 0 : 1;
        }
        return count;
    }

    private static bool Holds(RegistrationStamp? stamp, Func<string, DateTimeOffset?, bool> isMeant) => stamp?.Name is { } name && isMeant(name, stamp.At);

    private static RegistrationStamp? Without(RegistrationStamp? stamp) => stamp is null ? null : stamp with { Name = null };

    private static bool Names(IReadOnlyDictionary<string, string>? values, Func<string, DateTimeOffset?, bool> isMeant) =>
        values?.GetValueOrDefault(DeliveryTrail.RegisteredBy) is { } name
        && isMeant(
            name,
            DateTimeOffset.TryParse(
                values.GetValueOrDefault(DeliveryTrail.RegisteredAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : null);
}
