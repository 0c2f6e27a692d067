using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>
/// The mails that were handed over, written again by what wrote them then: the same ids, dates, addresses and documents. The
/// link for the recipient is taken out: whoever has the archive is not to confirm a letter in somebody's place.
/// </summary>
/// <param name="storage">The snapshot.</param>
/// <param name="settings">Who sends.</param>
/// <param name="time">The clock.</param>
internal sealed class ArchivedMails(IStorage storage, MailSettings settings, TimeProvider time)
{
    // .invalid leads nowhere (RFC 2606).
    private static readonly Uri NoLink = new("https://link-removed.invalid/");

    private readonly ResultsStore _results = new(storage);
    private readonly DeliveryLedger _ledger = new(storage, time, Microsoft.Extensions.Logging.Abstractions.NullLogger<DeliveryLedger>.Instance);
    private readonly LetterStore _letters = new(storage);

    /// <summary>All mails, by entry.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>A file's name, and the message.</returns>
    public async IAsyncEnumerable<(string Name, LetterMail Mail)> OfAsync(
        Cycle cycle, CycleDefinition definition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 1; page <= cycle.Pages; page++)
        {
            foreach (var entry in (await _results.ReadPageAsync(cycle, page, cancellationToken)).Select(result => result.Entry))
            {
                var worded = new LetterWords(definition, entry).Definition;
                foreach (var mail in await HandedOverAsync(cycle.Id, entry.Code, cancellationToken))
                {
                    yield return (Name(mail), await WriteAsync(worded, entry, mail, cancellationToken));
                }
            }
        }
    }

    // A row tells of its last sending; of those before, the journal does.
    private async Task<IReadOnlyList<LetterDelivery>> HandedOverAsync(CycleId cycle, EntryCode code, CancellationToken cancellationToken)
    {
        var rows = new List<LetterDelivery>();
        if (await _ledger.FindAsync(cycle, code, cancellationToken) is not { } letter)
        {
            return rows;
        }
        var journal = await _ledger.JournalAsync(cycle, code, cancellationToken);
        foreach (var sending in journal.Where(line => line is { Reminder: 0, To: DeliveryState.Claimed } && (line.Round, line.Letter) == (letter.Round, letter.Letter)).GroupBy(line => line.Sending))
        {
            var first = sending.First();
            rows.Add(first.Sending == letter.Sending && letter.ClaimedAt is not null
                ? letter with { Address = first.Address }
                : letter with { Sending = first.Sending, ClaimedAt = first.At, Address = first.Address });
        }
        rows.AddRange(await _ledger.RemindersAsync(cycle, code, code, cancellationToken).Where(reminder => reminder.Round == letter.Round && reminder.ClaimedAt is not null).ToListAsync(cancellationToken));
        return rows;
    }

    private async Task<LetterMail> WriteAsync(CycleDefinition worded, Entry entry, LetterDelivery mail, CancellationToken cancellationToken)
    {
        if (mail.Reminder > 0)
        {
            return LetterMail.Remind(worded, mail, entry.Addressee, NoLink, settings);
        }
        var documents = new List<(string, BinaryData)>();
        foreach (var document in LetterStore.Documents)
        {
            if (await _letters.FindAsync(mail.Cycle, mail.EntryCode, document, cancellationToken) is { } pdf)
            {
                documents.Add((LetterStore.FileName(document), pdf));
            }
        }
        return LetterMail.Write(worded, mail, entry.Addressee, NoLink, documents, settings);
    }

    private static string Name(LetterDelivery mail) => string.Create(
        CultureInfo.InvariantCulture, $"{FileNames.Encode(mail.EntryCode.Text)}/{(mail.Letter == 1 ? "" : $"letter-{mail.Letter}-")}sending-{mail.Sending}{(mail.Reminder == 0 ? "" : $"-reminder-{mail.Reminder}")}.eml");
}
