using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Renders the letters of a page and enters them in the ledger. A letter that cannot be rendered is held, and the others go on.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="documents">Renders documents.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="time">The clock.</param>
public sealed class LetterRendering(CycleStore cycles, ResultsStore results, LetterDocuments documents, DeliveryLedger ledger, TimeProvider time)
{
    // Their documents are in memory together, and on the disk together.
    private const int LettersAtOnce = 10;

    /// <summary>Renders a page, unless that is done.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops between one letter and the next.</param>
    /// <returns>How many letters the page has.</returns>
    public async Task<int> RenderPageAsync(CycleId cycleId, int page, CancellationToken cancellationToken)
    {
        if (await ledger.TallyAsync(cycleId, page, cancellationToken) is { IsEntered: true } done)
        {
            return done.Letters;
        }
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var renderer = await documents.RendererAsync(cycle, cancellationToken);
        var rows = new List<LetterDelivery>();
        // An entry that is in the ledger has its letter, and the letter stays as it was approved.
        var entered = await EnteredAsync(cycleId, page, cancellationToken);
        var left = (await results.ReadPageAsync(cycle, page, cancellationToken)).Where(result => !entered.Contains(result.Entry.Code));
        foreach (var some in left.Chunk(LettersAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rendered = new List<(EntryCode, LetterDocument, byte[])>();
            var before = await BeforeAsync(cycle, some, cancellationToken);
            rows.AddRange(some.Select(result => Row(New(cycle, page, result.Entry, before.GetValueOrDefault(result.Entry.Code)), renderer, result, rendered)));
            if (cycle.Round > 1)
            {
                await documents.SetAsideAsync(cycleId, some.Select(result => result.Entry.Code), cycle.Round - 1, cancellationToken);
            }
            await documents.KeepAsync(cycleId, rendered, cancellationToken);
        }
        return (await ledger.EnterAsync(cycleId, page, rows, cancellationToken)).Letters;
    }

    /// <summary>Says that every letter of a cycle is rendered, or held.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The cycle's state.</returns>
    public async Task<CycleState> FinishAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle is { State: CycleState.Closed, Round: > 1 })
        {
            await RemoveLeftOverAsync(cycle, cancellationToken);
        }
        var totals = await ledger.TotalsAsync(cycleId, cancellationToken);
        cycle = await cycles.ChangeAsync(
            cycleId,
            row => row.State == CycleState.Closed ? row with { State = CycleState.Rendered, Problem = null } : row,
            (_, rendered) => new TrailEntry(TrailKind.Rendered, By: null, time.GetUtcNow())
            {
                After = TrailValues.Of(
                    ("results", rendered.ResultsSha256), ("round", rendered.Round), ("entries", totals.Entries),
                    ("letters", totals.Letters), ("held", totals.Held), ("pages", totals.Pages)),
            },
            cancellationToken);
        return cycle.State;
    }

    // An entry that was withdrawn since, or has no average any more, has no letter in this round.
    private async Task RemoveLeftOverAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var lettered = await ledger.ListAsync(cycle.Id, cancellationToken)
            .Where(row => row.Documents.Count > 0)
            .Select(row => row.EntryCode)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        await foreach (var row in ledger.ListRoundAsync(cycle.Id, cycle.Round - 1, cancellationToken))
        {
            if (!lettered.Contains(row.EntryCode))
            {
                await documents.RemoveAsync(cycle.Id, row.EntryCode, cycle.Round - 1, cancellationToken);
            }
        }
    }

    // What the entries' rows were in the round before.
    private async Task<Dictionary<EntryCode, LetterDelivery>> BeforeAsync(Cycle cycle, IReadOnlyList<EntryResult> results, CancellationToken cancellationToken)
    {
        var before = new Dictionary<EntryCode, LetterDelivery>();
        foreach (var result in cycle.Round == 1 ? [] : results)
        {
            if (await ledger.RereadAsync(LetterDelivery.Of(cycle.Id, result.Entry.Code, cycle.Round - 1), cancellationToken) is { Version.Length: > 0 } row)
            {
                before[result.Entry.Code] = row;
            }
        }
        return before;
    }

    // An address that was corrected stays so, unless another one was uploaded since.
    private static LetterDelivery New(Cycle cycle, int page, Entry entry, LetterDelivery? before)
    {
        var row = LetterDelivery.Of(cycle.Id, entry.Code, cycle.Round) with { Page = page, Address = entry.SarabanEmail };
        return before?.AddressUploaded == entry.SarabanEmail
            ? row with { Address = before.Address, AddressById = before.AddressById, AddressUploaded = before.AddressUploaded }
            : row;
    }

    private static LetterDelivery Row(LetterDelivery row, DocumentRenderer renderer, EntryResult result, List<(EntryCode, LetterDocument, byte[])> rendered)
    {
        if (result.Average is null)
        {
            return Held(row, result.Judges == 0 ? DeliveryCause.NoAverage : DeliveryCause.TooFewJudges(result.Judges));
        }
        try
        {
            var its = LetterDocuments.Render(renderer, result);
            rendered.AddRange(its);
            return row.WaitingToGo(row.StateAt) with { Documents = LetterDocuments.HashesOf(its) };
        }
        catch (LetterFaultException e)
        {
            return Held(row, e.Why);
        }
    }

    private async Task<HashSet<EntryCode>> EnteredAsync(CycleId cycleId, int page, CancellationToken cancellationToken)
    {
        // Nothing of it was counted, so nothing of it was entered.
        if (await ledger.TallyAsync(cycleId, page, cancellationToken) is null)
        {
            return [];
        }
        return await ledger.ListAsync(cycleId, cancellationToken)
            .Where(row => row.Page == page)
            .Select(row => row.EntryCode)
            .ToHashSetAsync(cancellationToken: cancellationToken);
    }

    private static LetterDelivery Held(LetterDelivery row, DeliveryCause why) => row with { State = DeliveryState.Held, Why = why };
}
