using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Receipts;

/// <summary>Takes receipts: from recipients by their links, and from people who were told by telephone.</summary>
/// <param name="links">Reads links.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results, for the entry's name.</param>
/// <param name="ledger">Where receipts are written.</param>
/// <param name="corrections">What corrections say.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptDesk(
    ReceiptLinks links, CycleStore cycles, ResultsStore results, DeliveryLedger ledger, CorrectionStore corrections, TimeProvider time)
{
    /// <summary>
    /// The letter that a link opens, or null: the link is forged, past its end, or of a sending that another one or a
    /// corrected address replaced.
    /// </summary>
    public async Task<ReceiptCase?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link
            || await cycles.FindAsync(link.Cycle, cancellationToken) is not { IsReleased: true } cycle
            || await ledger.FindAsync(link.Cycle, link.EntryCode, link.Letter, cancellationToken) is not { } row
            || !(row.Attempts > 0 || row.IsOnPaper) || row.Sending != link.Sending || ReceiptLinks.AddressTag(row.Address) != link.AddressTag)
        {
            return null;
        }
        var page = await results.ReadPageAsync(cycle, row.Page, cancellationToken);
        var entry = page.First(result => result.Entry.Code == row.EntryCode).Entry;
        if (row.Letter > 1)
        {
            var correction = await corrections.GetAsync(cycle.Id, Correction.NumberOf(row.Letter), cancellationToken);
            var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
            entry = words.EntryOf(entry);
            return new ReceiptCase(cycle, new LetterWords(words.Definition, entry).Definition, entry, row, correction.TakesReceipts);
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        return new ReceiptCase(cycle, new LetterWords(definition, entry).Definition, entry, row, TakesReceipts(cycle));
    }

    /// <summary>
    /// Whether a receipt is taken: of a first letter until its cycle is completed; of a correction, which may go out later than
    /// that, until it is completed itself.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="row">The letter's row.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<bool> IsOpenAsync(Cycle cycle, LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(row);
        return row.Letter == 1
            ? TakesReceipts(cycle)
            : await corrections.FindAsync(cycle.Id, Correction.NumberOf(row.Letter), cancellationToken) is { TakesReceipts: true };
    }

    private static bool TakesReceipts(Cycle cycle) => cycle.State is CycleState.Sending or CycleState.Sent;

    /// <summary>Writes a receipt, or a corrected one, if nobody changed the row since it was read.</summary>
    /// <param name="row">The letter's row as it was read.</param>
    /// <param name="receipt">What the desk stamped.</param>
    /// <param name="by">Who wrote it down, where it came by telephone; null where the recipient wrote it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is, or null where somebody changed it meanwhile; then nothing was written.</returns>
    public Task<LetterDelivery?> TryRecordAsync(LetterDelivery row, Receipt receipt, Actor? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(receipt);
        var after = row with
        {
            State = DeliveryState.Received,
            StateAt = row.State == DeliveryState.Received ? row.StateAt : time.GetUtcNow(),
            Why = null,
            // Who has the letter got it, whatever the mail service could say.
            AcceptedAt = row.AcceptedAt ?? row.LastClaimedAt,
            Stamp = receipt.Stamp(by?.Name),
            ReceiptRevision = row.ReceiptRevision + 1,
        };
        var cause = (row.Stamp is null, by) switch
        {
            (true, null) => DeliveryCause.Received,
            (true, _) => DeliveryCause.ReceivedByTelephone,
            (false, null) => DeliveryCause.ReceiptCorrected,
            (false, _) => DeliveryCause.ReceiptCorrectedByTelephone,
        };
        return by is null
            ? ledger.TryMoveAsync(row, after, cause, "recipient", cancellationToken)
            : ledger.TryChangeAsync(row, after, cause, by, cancellationToken);
    }
}
