using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>
/// The mails that were handed over, written again by what wrote them then: the same ids, dates, addresses and documents; and
/// those that were held before anybody set out with them, dated when they were held. The
/// link for the recipient is taken out: whoever has the archive is not to confirm a letter in somebody's place.
/// </summary>
/// <param name="storage">The snapshot.</param>
/// <param name="settings">Who sends.</param>
/// <param name="time">The clock.</param>
internal sealed class ArchivedMails(IStorage storage, MailSettings settings, TimeProvider time)
{
    // .invalid leads nowhere (RFC 2606).
    private static readonly Uri NoLink = new("https://link-removed.invalid/");

    /// <summary>The columns of the sheet that lists the mails.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["file", "entry_code", "address", "correction", "sending", "reminder", "state", "set_out_at", "accepted_at", "why"];

    private readonly ResultsStore _results = new(storage);
    private readonly DeliveryLedger _ledger = new(storage, time, Microsoft.Extensions.Logging.Abstractions.NullLogger<DeliveryLedger>.Instance);
    private readonly LetterStore _letters = new(storage);
    private readonly CorrectionStore _corrections = Corrections(storage, time);
    private readonly Dictionary<int, CorrectionWords> _words = [];

    /// <summary>A mail's row in that sheet.</summary>
    /// <param name="name">Its file.</param>
    /// <param name="row">What became of it.</param>
    public static object?[] Cells(string name, LetterDelivery row) =>
    [
        $"mails/{name}",
        row.EntryCode,
        row.Address,
        row.Letter == 1 ? null : Correction.NumberOf(row.Letter),
        row.Sending,
        row.Reminder,
        row.State,
        row.ClaimedAt,
        row.AcceptedAt,
        CauseWords.InRow(row.Why),
    ];

    /// <summary>All mails, by entry.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>A file's name, the message, and the ledger's row: what became of that sending.</returns>
    public async IAsyncEnumerable<(string Name, LetterMail Mail, LetterDelivery Row)> OfAsync(
        Cycle cycle, CycleDefinition definition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 1; page <= cycle.Pages; page++)
        {
            foreach (var entry in (await _results.ReadPageAsync(cycle, page, cancellationToken)).Select(result => result.Entry))
            {
                foreach (var mail in await HandedOverAsync(cycle, entry.Code, cancellationToken))
                {
                    var (wording, named) = mail.Letter == 1 ? (definition, entry) : await CorrectedAsync(cycle, mail.Letter, entry, cancellationToken);
                    yield return (
                        Name(mail),
                        await WriteAsync(
                            new LetterWords(wording, named).Definition,
                            named,
                            mail.ClaimedAt is null ? mail with { ClaimedAt = mail.StateAt } : mail,
                            cancellationToken),
                        mail);
                }
            }
        }
    }

    private async Task<(CycleDefinition Definition, Entry Entry)> CorrectedAsync(Cycle cycle, int letter, Entry entry, CancellationToken cancellationToken)
    {
        var number = Correction.NumberOf(letter);
        if (!_words.TryGetValue(number, out var words))
        {
            _words[number] = words = await _corrections.WordsAsync(cycle, await _corrections.GetAsync(cycle.Id, number, cancellationToken), cancellationToken);
        }
        return (words.Definition, words.EntryOf(entry));
    }

    // A row tells of its last sending; of those before, the journal does.
    private async Task<IReadOnlyList<LetterDelivery>> HandedOverAsync(Cycle cycle, EntryCode code, CancellationToken cancellationToken)
    {
        var rows = new List<LetterDelivery>();
        var journal = await _ledger.JournalAsync(cycle.Id, code, cancellationToken);
        var letters = storage.Rows.ListAsync<LetterDelivery>(cycle.Id.Text, RowRange.Prefix(LetterDelivery.LettersOf(code)), cancellationToken)
            .Where(row => row.Round == cycle.Round);
        await foreach (var letter in letters)
        {
            foreach (var sending in journal.Where(
                line => line is { Reminder: 0, To: DeliveryState.Claimed } && (line.Round, line.Letter) == (letter.Round, letter.Letter))
                .GroupBy(line => line.Sending))
            {
                var first = sending.First();
                var last = journal.Last(line => line.Reminder == 0 && !line.Cause.OfAnotherSending
                    && (line.Round, line.Letter, line.Sending) == (letter.Round, letter.Letter, first.Sending));
                rows.Add(first.Sending == letter.Sending && letter.ClaimedAt is not null
                    ? letter with { Address = first.Address }
                    : letter with { Sending = first.Sending, ClaimedAt = first.At, Address = first.Address, State = last.To, Why = last.Cause });
            }
            if (letter is { State: DeliveryState.Held, ClaimedAt: null, HasLetter: true, Address.Length: > 0, Documents.Count: > 0 })
            {
                rows.Add(letter);
            }
        }
        rows.AddRange(await _ledger.RemindersAsync(cycle.Id, code, code, cancellationToken)
            .Where(reminder => reminder.Round == cycle.Round && reminder.ClaimedAt is not null)
            .ToListAsync(cancellationToken));
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
            var pdf = mail.Letter == 1
                ? await _letters.FindAsync(mail.Cycle, mail.EntryCode, document, cancellationToken)
                : await _letters.FindCorrectionAsync(mail.Cycle, mail.EntryCode, document, Correction.NumberOf(mail.Letter), cancellationToken);
            if (pdf is not null)
            {
                documents.Add((LetterStore.FileName(document), pdf));
            }
        }
        return LetterMail.Write(worded, mail, entry.Addressee, NoLink, documents, settings);
    }

    private static CorrectionStore Corrections(IStorage storage, TimeProvider time)
    {
        var cycles = new CycleStore(storage);
        return new CorrectionStore(storage, cycles, new ResultsStore(storage), new LetterPictureStore(storage, cycles, time));
    }

    private static string Name(LetterDelivery mail) => string.Create(
        CultureInfo.InvariantCulture,
        $"{FileNames.Encode(mail.EntryCode.Text)}/{(mail.Letter == 1 ? "" : $"letter-{mail.Letter}-")}{(mail.ClaimedAt is null ? "held" : "sending")}-{mail.Sending}{(mail.Reminder == 0 ? "" : $"-reminder-{mail.Reminder}")}.eml");
}
