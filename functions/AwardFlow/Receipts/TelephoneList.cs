using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Receipts;

/// <summary>Whom to telephone.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="results">The frozen results, for names and numbers.</param>
/// <param name="time">The clock.</param>
public sealed class TelephoneList(CycleStore cycles, DeliveryLedger ledger, ResultsStore results, TimeProvider time)
{
    /// <summary>The organisations that no mail reaches, and those whose reminders are used up, by entry code. Empty before letters are sent.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<IReadOnlyList<TelephoneCall>> OfAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.State is not (CycleState.Sending or CycleState.Sent or CycleState.Completed))
        {
            return [];
        }
        var rules = (await cycles.DefinitionAsync(cycle, cancellationToken)).ReceiptsOrUsual();
        var pages = new Dictionary<int, Dictionary<EntryCode, Entry>>();
        var calls = new List<TelephoneCall>();
        await foreach (var letter in ledger.ListAsync(cycleId, cancellationToken))
        {
            if (!ReminderDues.IsForTelephone(letter, rules, time.GetUtcNow()))
            {
                continue;
            }
            if (!pages.TryGetValue(letter.Page, out var entries))
            {
                entries = (await results.ReadPageAsync(cycle, letter.Page, cancellationToken)).ToDictionary(result => result.Entry.Code, result => result.Entry);
                pages.Add(letter.Page, entries);
            }
            var entry = entries[letter.EntryCode];
            calls.Add(new TelephoneCall(
                letter.EntryCode.Text, entry.Organisation, entry.Addressee, entry.Phone, letter.Address, letter.State, letter.Reminders,
                letter.RemindedAt ?? letter.AcceptedAt ?? letter.Posting?.At, CauseWords.InRow(letter.Why), letter.Why));
        }
        return calls;
    }
}
