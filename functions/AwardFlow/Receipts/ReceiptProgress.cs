using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Receipts;

/// <summary>Counts what came of a cycle's letters.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptProgress(CycleStore cycles, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>The counts as they now are. It reads the cycle's whole ledger.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<ReceiptCounts> OfAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
        var (now, closesAt) = (time.GetUtcNow(), cycle.SentAt?.AddDays(rules.ClosesReceiptsAfterDays));
        var (received, reminded, toTelephone, unrecorded, next) = (0, 0, 0, 0, (DateTimeOffset?)null);
        await foreach (var letter in ledger.ListAsync(cycle.Id, cancellationToken))
        {
            received += letter.State == DeliveryState.Received ? 1 : 0;
            reminded += letter.RemindedAt is null ? 0 : 1;
            toTelephone += ReminderDues.IsForTelephone(letter, rules, now) ? 1 : 0;
            unrecorded += letter is { WasPosted: true, Posting: null } ? 1 : 0;
            next = ReminderDues.Next(letter, rules) is { } due && (next is null || due < next) ? due : next;
        }
        if (cycle.Corrections > 0)
        {
            await foreach (var letter in ledger.CorrectionsAsync(cycle.Id, cancellationToken))
            {
                toTelephone += ReminderDues.IsForTelephone(letter, rules, now) ? 1 : 0;
                unrecorded += letter is { WasPosted: true, Posting: null } ? 1 : 0;
            }
        }
        // Nobody is reminded of a cycle that is completed by then, nor before all letters went out.
        var reminds = cycle.State == CycleState.Sent && next < closesAt;
        return new ReceiptCounts(cycle.Letters, received, reminded, reminds ? next : null, toTelephone, closesAt, unrecorded);
    }
}
