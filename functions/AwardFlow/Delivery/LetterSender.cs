using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;

namespace AwardFlow.Delivery;

/// <summary>Mails letters, each once.</summary>
/// <param name="ledger">Where each mail's fate is written before and after it is handed over.</param>
/// <param name="letters">The rendered letters.</param>
/// <param name="transport">The way out.</param>
/// <param name="settings">How mail is sent.</param>
/// <param name="time">The clock.</param>
public sealed class LetterSender(DeliveryLedger ledger, LetterStore letters, IMailTransport transport, MailSettings settings, TimeProvider time)
{
    /// <summary>Mails one entry's letter unless that was done, and says how the row then stands.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="InvalidOperationException">The ledger has no row, or there is no letter: rendering did not come first.</exception>
    public async Task<LetterDelivery> SendAsync(CycleDefinition definition, Entry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entry);
        while (true)
        {
            var row = await ledger.FindAsync(definition.Id, entry.Code, cancellationToken)
                ?? throw new InvalidOperationException($"The ledger has no row for entry {entry.Code} of cycle {definition.Id}.");
            var receipt = row.State == DeliveryState.Claimed ? await transport.FindAsync(row, cancellationToken) : null;
            if (row.State is DeliveryState.Accepted or DeliveryState.Held)
            {
                return row;
            }
            if (receipt is null)
            {
                var claimed = await ledger.TryReplaceAsync(
                    row with { State = DeliveryState.Claimed, Attempts = row.Attempts + 1, ClaimedAt = row.ClaimedAt ?? time.GetUtcNow() }, cancellationToken);
                if (claimed is null)
                {
                    continue; // Another worker took it.
                }
                row = claimed;
                var mail = LetterMail.Write(Worded(definition, entry), row, entry.Addressee, await DocumentsAsync(definition.Id, entry.Code, cancellationToken), settings.From);
                receipt = await transport.SendAsync(mail, cancellationToken);
            }
            var accepted = await ledger.TryReplaceAsync(
                row with { State = DeliveryState.Accepted, AcceptedAt = receipt.AcceptedAt, ProviderId = receipt.ProviderId }, cancellationToken);
            if (accepted is not null)
            {
                return accepted;
            }
        }
    }

    // A mail has the subject of its letter, placeholders filled.
    private static CycleDefinition Worded(CycleDefinition definition, Entry entry) =>
        definition with { Letter = definition.Letter with { Subject = new LetterWords(definition, entry).Subject } };

    private async Task<List<(string FileName, BinaryData Pdf)>> DocumentsAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        var documents = new List<(string, BinaryData)>();
        foreach (var document in LetterStore.Documents)
        {
            var pdf = await letters.FindAsync(cycle, entryCode, document, cancellationToken)
                ?? throw new InvalidOperationException($"Entry {entryCode} of cycle {cycle} has no rendered {LetterStore.FileName(document)}.");
            documents.Add((LetterStore.FileName(document), pdf));
        }
        return documents;
    }
}
