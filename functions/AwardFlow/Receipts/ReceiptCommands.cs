using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Trail;

namespace AwardFlow.Receipts;

/// <summary>Receipts that come in, and what follows from them: the last one completes the cycle.</summary>
/// <param name="desk">Takes receipts.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptCommands(ReceiptDesk desk, CycleStore cycles, DeliveryLedger ledger, ICycleEngine engine, TimeProvider time)
{
    /// <summary>Writes the receipt that a recipient sent by its link. The same one again changes nothing.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="receipt">What the recipient stamped.</param>
    /// <param name="revision">The row's <see cref="LetterDelivery.ReceiptRevision"/> when the recipient opened the form.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<ReceiptOutcome> RecordAsync(string token, Receipt receipt, int revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await desk.OpenAsync(token, cancellationToken) is not { } opened)
            {
                return ReceiptOutcome.NoSuchLink;
            }
            if (Receipt.Of(opened.Row.Stamp) == receipt)
            {
                return ReceiptOutcome.Recorded;
            }
            if (!opened.IsOpen)
            {
                return ReceiptOutcome.Closed;
            }
            if (opened.Row.ReceiptRevision != revision)
            {
                return ReceiptOutcome.Outdated;
            }
            if (await desk.TryRecordAsync(opened.Row, receipt, by: null, cancellationToken) is { } row)
            {
                await WakeIfAllAsync(opened.Cycle, row);
                return ReceiptOutcome.Recorded;
            }
        }
    }

    /// <summary>Writes a receipt that came by telephone, marked so in the ledger.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="receipt">What the recipient said.</param>
    /// <param name="by">Who was told.</param>
    /// <param name="letter">Which of the entry's letters, from 1; those above are corrections.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">The receipt cannot be right.</exception>
    /// <exception cref="CycleConflictException">The letter was neither mailed nor posted, or the cycle is completed.</exception>
    public async Task<LetterDelivery> RecordByTelephoneAsync(
        CycleId cycleId, EntryCode entryCode, Receipt receipt, Actor by, CancellationToken cancellationToken, int letter = 1)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        while (true)
        {
            var row = await ledger.FindAsync(cycleId, entryCode, letter, cancellationToken) ?? throw new EntryNotFoundException(cycleId.Text, entryCode.Text);
            if (!await desk.IsOpenAsync(cycle, row, cancellationToken))
            {
                throw new CycleConflictException(ReceiptRefusalTexts.NoReceiptsTaken(cycleId));
            }
            if (row.LeftAt is not { } leftAt)
            {
                throw new CycleConflictException(ReceiptRefusalTexts.NotMailed(entryCode));
            }
            foreach (var fault in ReceiptForm.Faults(receipt, leftAt, time.GetUtcNow()))
            {
                var (member, text) = ReceiptFaultTexts.Of(fault);
                throw new InvalidDefinitionException(member, text);
            }
            if (await desk.TryRecordAsync(row, receipt, by, cancellationToken) is { } received)
            {
                await WakeIfAllAsync(cycle, received);
                return received;
            }
        }
    }

    private async Task WakeIfAllAsync(Cycle cycle, LetterDelivery row)
    {
        // Only the receipt that completes its page can be the last one; corrections have no part in it.
        if (row.Letter > 1)
        {
            return;
        }
        if (await ledger.TallyAsync(cycle.Id, row.Page, CancellationToken.None) is { } page && page.Received < page.Letters)
        {
            return;
        }
        // One signal a cycle, not one a receipt: a durable engine keeps each.
        if ((await ledger.TotalsAsync(cycle.Id, CancellationToken.None)).Received >= cycle.Letters)
        {
            await engine.SignalAsync(cycle.Id, Signals.Receipts, CancellationToken.None);
        }
    }
}
