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
        foreach (var result in await results.ReadPageAsync(cycle, page.Page, cancellationToken))
        {
            var delivery = new LetterDelivery
            {
                Partition = page.CycleId,
                Key = LetterDelivery.KeyOf(result.Entry.Code),
                Page = page.Page,
                Address = result.Entry.SarabanEmail,
            };
            if (result.Average is null)
            {
                delivery = delivery with { State = DeliveryState.Held, Detail = Held(result.Judges) };
            }
            else
            {
                foreach (var document in LetterStore.Documents)
                {
                    await letters.WriteAsync(page.CycleId, result.Entry.Code, document, renderer.Render(document, result, draft: false), cancellationToken);
                }
                rendered++;
            }
            await ledger.EnterAsync(delivery, cancellationToken);
        }
        return rendered;
    }

    private static string Held(int judges) => judges == 0
        ? "No judge scored all criteria of this entry, so there is no average and no letter."
        : string.Create(CultureInfo.InvariantCulture, $"Only {judges} scored all criteria of this entry, fewer judges than the cycle wants, so there is no average and no letter.");
}
