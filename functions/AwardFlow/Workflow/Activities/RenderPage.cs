using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Renders the documents of one page of results and enters them in the delivery ledger.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="pictures">The emblem and the signature.</param>
/// <param name="letters">Where documents are kept.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="outcomes">What was finished before.</param>
/// <param name="run">Runs it.</param>
public sealed class RenderPage(
    CycleStore cycles, ResultsStore results, LetterPictureStore pictures, LetterStore letters, DeliveryLedger ledger, StepOutcomes outcomes, ActivityRun run)
    : TaskActivity<PageRef, int>
{
    // Their documents are in memory together, and on the disk together.
    private const int LettersAtOnce = 10;

    /// <inheritdoc/>
    public override Task<int> RunAsync(TaskActivityContext context, PageRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private Task<int> DoAsync(PageRef input, CancellationToken cancellationToken) =>
        outcomes.OnceAsync(nameof(RenderPage), input, () => RenderAsync(input, cancellationToken), cancellationToken);

    private async Task<int> RenderAsync(PageRef page, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(page.CycleId, cancellationToken);
        var renderer = new DocumentRenderer(
            await cycles.DefinitionAsync(cycle, cancellationToken),
            await pictures.ReadAsync(cycle, cancellationToken),
            await results.ReadOverallAsync(cycle, cancellationToken));
        var rendered = 0;
        foreach (var some in (await results.ReadPageAsync(cycle, page.Page, cancellationToken)).Chunk(LettersAtOnce))
        {
            var documents = some.Where(result => result.Average is not null)
                .SelectMany(result => LetterStore.Documents.Select(document => (result.Entry.Code, document, renderer.Render(document, result, draft: false)))).ToList();
            await letters.WriteAsync(page.CycleId, documents, cancellationToken);
            await ledger.EnterAsync([.. some.Select(result => Delivery(page, result))], cancellationToken);
            rendered += some.Count(result => result.Average is not null);
        }
        return rendered;
    }

    private static LetterDelivery Delivery(PageRef page, EntryResult result)
    {
        var delivery = new LetterDelivery
        {
            Partition = page.CycleId,
            Key = LetterDelivery.KeyOf(result.Entry.Code),
            Page = page.Page,
            Address = result.Entry.SarabanEmail,
        };
        return result.Average is null ? delivery with { State = DeliveryState.Held, Detail = Held(result.Judges) } : delivery;
    }

    private static string Held(int judges) => judges == 0
        ? "No judge scored all criteria of this entry, so there is no average and no letter."
        : string.Create(CultureInfo.InvariantCulture, $"Only {judges} scored all criteria of this entry, fewer judges than the cycle wants, so there is no average and no letter.");
}
