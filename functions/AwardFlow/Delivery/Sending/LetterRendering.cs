using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Delivery;

/// <summary>Renders the letters of a page and enters them in the ledger. A letter that cannot be rendered is held, and the others go on.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="documents">Renders documents.</param>
/// <param name="ledger">The delivery ledger.</param>
public sealed class LetterRendering(CycleStore cycles, ResultsStore results, LetterDocuments documents, DeliveryLedger ledger)
{
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
        foreach (var result in await results.ReadPageAsync(cycle, page, cancellationToken))
        {
            var row = LetterDelivery.Of(cycleId, result.Entry.Code) with { Page = page, Address = result.Entry.SarabanEmail };
            rows.Add(result.Average is null ? Held(row, result.Judges == 0 ? DeliveryCause.NoAverage : DeliveryCause.TooFewJudges(result.Judges))
                : await RenderAsync(row, renderer, result, cancellationToken));
        }
        return (await ledger.EnterAsync(cycleId, page, rows, cancellationToken)).Letters;
    }

    private async Task<LetterDelivery> RenderAsync(LetterDelivery row, Letters.DocumentRenderer renderer, EntryResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return row with { Documents = await documents.RenderAsync(row.Cycle, renderer, result, cancellationToken) };
        }
        catch (LetterFaultException e)
        {
            return Held(row, e.Why);
        }
    }

    private static LetterDelivery Held(LetterDelivery row, DeliveryCause why) => row with { State = DeliveryState.Held, Why = why };
}
