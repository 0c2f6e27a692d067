using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Receipts;

/// <summary>Whom to telephone.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="corrections">Corrections of letters, each with receipts of its own.</param>
/// <param name="results">The frozen results, for names and numbers.</param>
/// <param name="time">The clock.</param>
public sealed class TelephoneList(CycleStore cycles, DeliveryLedger ledger, CorrectionStore corrections, ResultsStore results, TimeProvider time)
{
    /// <summary>
    /// The organisations that no mail reaches, and those whose reminders are used up,
    /// by entry code; then those of each correction. Empty before letters are sent.
    /// </summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<IReadOnlyList<TelephoneCall>> OfAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (!cycle.IsReleased)
        {
            return [];
        }
        var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
        var pages = new Dictionary<int, Dictionary<EntryCode, Entry>>();
        var calls = new List<TelephoneCall>();
        await foreach (var letter in ledger.ListAsync(cycleId, cancellationToken).Where(letter => ReminderDues.IsForTelephone(letter, rules, time.GetUtcNow())))
        {
            calls.Add(Call(letter, await EntryAsync(cycle, letter, pages, cancellationToken)));
        }
        var released = (await corrections.ListAsync(cycle, cancellationToken))
            .Where(correction => correction.IsReleased)
            .ToDictionary(correction => correction.Letter);
        var words = new Dictionary<int, CorrectionWords>();
        await foreach (var letter in released.Count == 0 ? AsyncEnumerable.Empty<LetterDelivery>() : ledger.CorrectionsAsync(cycleId, cancellationToken))
        {
            if (!released.TryGetValue(letter.Letter, out var correction) || !ReminderDues.IsForTelephone(letter, rules, time.GetUtcNow()))
            {
                continue;
            }
            if (!words.TryGetValue(letter.Letter, out var says))
            {
                words[letter.Letter] = says = await corrections.WordsAsync(cycle, correction, cancellationToken);
            }
            calls.Add(Call(letter, says.EntryOf(await EntryAsync(cycle, letter, pages, cancellationToken))) with { Correction = correction.Number });
        }
        return calls;
    }

    private async Task<Entry> EntryAsync(
        Cycle cycle, LetterDelivery letter, Dictionary<int, Dictionary<EntryCode, Entry>> pages, CancellationToken cancellationToken)
    {
        if (!pages.TryGetValue(letter.Page, out var entries))
        {
            entries = (await results.ReadPageAsync(cycle, letter.Page, cancellationToken)).ToDictionary(result => result.Entry.Code, result => result.Entry);
            pages.Add(letter.Page, entries);
        }
        return entries[letter.EntryCode];
    }

    private static TelephoneCall Call(LetterDelivery letter, Entry entry) => new(
        letter.EntryCode.Text, entry.Organisation, entry.Addressee, entry.Phone, letter.Address, letter.State, letter.Reminders,
        letter.RemindedAt ?? letter.AcceptedAt ?? letter.Posting?.At, CauseWords.InRow(letter.Why), letter.Why);
}
