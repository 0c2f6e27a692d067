using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erases names of who registered letters, in the ledger and in the journals. The trail has hashes of journals' lines, and
/// values with such names: those values are erased with them, and the lines as they are now are written to the trail anew.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="journals">Writes journals' hashes to the trail.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptNames(IStorage storage, JournalTrail journals, TimeProvider time)
{
    private readonly TrailErasure _erasure = new(storage.Rows);

    /// <summary>Erases names.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="isMeant">Which names.</param>
    /// <param name="by">Who has them erased; null for the flow itself.</param>
    /// <param name="cancellationToken">Stops between one commit and the next; run again, it goes on.</param>
    /// <returns>On how many receipts.</returns>
    public async Task<int> EraseAsync(CycleId cycle, Func<string, bool> isMeant, Actor? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(isMeant);
        var lines = await storage.Rows.ListAsync<DeliveryTransition>(cycle.Text, RowRange.Prefix(DeliveryTransition.AllPrefix), cancellationToken)
            .Where(line => Holds(line.Stamp, isMeant) || (line.EarlierReceipt is { } earlier && isMeant(earlier))).ToListAsync(cancellationToken);
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        // First the trail's values: from then on no line of it says what the rows were.
        var told = await storage.Rows.ListAsync<TrailValues>(cycle.Text, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken)
            .Where(values => values.Rows?.Keys.Any(keys.Contains) == true || Names(values.Before, isMeant) || Names(values.After, isMeant)).ToListAsync(cancellationToken);
        await _erasure.EraseAsync(told, by, time.GetUtcNow(), cancellationToken);
        foreach (var line in lines)
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Replace(line with { Stamp = Without(line.Stamp), EarlierReceipt = null }), cancellationToken);
        }
        var count = 0;
        await foreach (var row in storage.Rows.ListAsync<LetterDelivery>(cycle.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken))
        {
            // Null: somebody corrected the receipt meanwhile.
            for (var each = row; Holds(each?.Stamp, isMeant); each = await storage.Rows.FindAsync<LetterDelivery>(cycle.Text, row.Key, cancellationToken))
            {
                if (await storage.Rows.CommitAsync(cycle.Text, RowChange.Replace(each! with { Stamp = Without(each.Stamp) }), cancellationToken) is not null)
                {
                    count++;
                    break;
                }
            }
        }
        if (told.Count > 0)
        {
            await journals.KeepLeftAsync(cycle, cancellationToken);
        }
        return count;
    }

    private static bool Holds(RegistrationStamp? stamp, Func<string, bool> isMeant) => stamp?.Name is { } name && isMeant(name);

    private static RegistrationStamp? Without(RegistrationStamp? stamp) => stamp is null ? null : stamp with { Name = null };

    private static bool Names(IReadOnlyDictionary<string, string>? values, Func<string, bool> isMeant) => values?.GetValueOrDefault("registeredBy") is { } name && isMeant(name);
}
