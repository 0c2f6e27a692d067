using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Mails letters, each once, and goes on where an earlier worker stopped. What is done stands in the ledger.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="rendering">Enters what is not in the ledger yet.</param>
/// <param name="ledger">Where each mail's fate is written before and after it is handed over.</param>
/// <param name="journals">Writes what became of a page to the cycle's trail.</param>
/// <param name="run">Hands mails over.</param>
/// <param name="time">The clock.</param>
public sealed class LetterSender(
    CycleStore cycles, ResultsStore results, LetterRendering rendering, DeliveryLedger ledger, JournalTrail journals, MailRun run, TimeProvider time)
{
    /// <summary>Mails what a page has left of its letters. A page that is done answers at once.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<PageSent> SendPageAsync(CycleId cycleId, int page, CancellationToken cancellationToken)
    {
        var tally = await ledger.TallyAsync(cycleId, page, cancellationToken);
        if (tally is not { IsEntered: true })
        {
            // Versions before 0.2 did not say that a page is whole.
            await rendering.RenderPageAsync(cycleId, page, cancellationToken);
        }
        if (tally is { IsMailed: true })
        {
            return new PageSent(tally.Mailed);
        }
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var entries = (await results.ReadPageAsync(cycle, page, cancellationToken)).ToDictionary(result => result.Entry.Code, result => result.Entry);
        var codes = entries.Keys.Select(code => code.Text).Order(StringComparer.Ordinal).ToList();
        var rows = await ledger.ListAsync(cycleId, EntryCode.Unchecked(codes[0]), EntryCode.Unchecked(codes[^1]), cancellationToken)
            .Where(row => entries.ContainsKey(row.EntryCode)).ToListAsync(cancellationToken);
        var sent = await run.SendAsync(
            await cycles.DefinitionAsync(cycle, cancellationToken), [.. rows.Select(row => (entries[row.EntryCode], row))], cancellationToken);
        if (sent.LookAgainAt is not null)
        {
            return sent;
        }
        // A person may have had a letter of this page sent again since its row was read.
        if (await ledger.TallyAsync(cycleId, page, cancellationToken) is { IsMailed: false })
        {
            return sent with { LookAgainAt = time.GetUtcNow() };
        }
        await journals.KeepPageAsync(cycle, page, cancellationToken);
        return sent;
    }

    /// <summary>Mails one letter, if it waits to be mailed. No other letter is looked at.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="cancellationToken">Stops before the mail goes out.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<PageSent> SendOneAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(cycleId, entryCode, cancellationToken) is not { IsSettled: false } row)
        {
            return new PageSent(0);
        }
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var entry = (await results.ReadPageAsync(cycle, row.Page, cancellationToken)).First(result => result.Entry.Code == row.EntryCode).Entry;
        return await run.SendAsync(await cycles.DefinitionAsync(cycle, cancellationToken), [(entry, row)], cancellationToken);
    }

    /// <summary>Says that every letter of a cycle went out or is settled otherwise, if that is so.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Whether the cycle is sent, or past that.</returns>
    public async Task<bool> FinishAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.State != CycleState.Sending)
            {
                return true;
            }
            var totals = await ledger.TotalsAsync(cycleId, cancellationToken);
            if (totals.PagesMailed < cycle.Pages)
            {
                return false;
            }
            // A worker may have been cut off between a page's last mail and its line.
            await journals.KeepPagesAsync(cycle, cancellationToken);
            if (cycle.Cancelled is { } cancelled)
            {
                await HoldPaperAsync(cycle, cancelled, cancellationToken);
            }
            // A letter that a person has sent again from here on is its own affair: the cycle's date stands.
            // Nothing had gone when the cycle was called off.
            var isOver = cycle.Cancelled is not null && totals.Mailed + totals.Posted == 0
                && !await ledger.ListAsync(cycleId, cancellationToken).AnyAsync(row => row.ClaimedAt is not null, cancellationToken);
            var sent = cycle with { State = isOver ? CycleState.Cancelled : CycleState.Sent, SentAt = time.GetUtcNow(), Problem = null };
            var entry = new TrailEntry(TrailKind.Sent, By: null, time.GetUtcNow())
            {
                After = TrailValues.Of(
                    ("state", sent.State), ("letters", cycle.Letters), ("mailed", totals.Mailed), ("toPost", totals.ToPost),
                    ("posted", totals.Posted), ("held", totals.Held), ("pages", totals.PagesMailed)),
            };
            if (await cycles.TryCommitAsync(sent, [], entry, cancellationToken) is not null)
            {
                return true;
            }
        }
    }

    // What was called off is not posted either.
    private async Task HoldPaperAsync(Cycle cycle, PersonsWord cancelled, CancellationToken cancellationToken)
    {
        foreach (var row in await ledger.ListAsync(cycle.Id, cancellationToken).Where(row => row.State == DeliveryState.ToPost).ToListAsync(cancellationToken))
        {
            var why = DeliveryCause.Cancelled(cancelled.Reason);
            await ledger.TryMoveAsync(row, row with { State = DeliveryState.Held, StateAt = time.GetUtcNow(), Why = why }, why, by: null, cancellationToken);
        }
    }
}
