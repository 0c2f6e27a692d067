using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Workflow;

/// <summary>Mails the letters of one page of results.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="sender">Mails a letter.</param>
/// <param name="outcomes">What was finished before.</param>
public sealed class SendPage(CycleStore cycles, ResultsStore results, LetterSender sender, StepOutcomes outcomes) : IStep<PageRef, int>
{
    /// <summary>The step's name and shape: it gives the number of mails that the mail service took.</summary>
    public static readonly Step<PageRef, int> Step = new(nameof(SendPage));

    /// <inheritdoc/>
    public Task<int> RunAsync(PageRef input, CancellationToken cancellationToken) =>
        outcomes.OnceAsync(Step.Name, input, () => SendAsync(input, cancellationToken), cancellationToken);

    private async Task<int> SendAsync(PageRef page, CancellationToken cancellationToken)
    {
        var definition = await cycles.DefinitionAsync(await cycles.GetAsync(page.CycleId, cancellationToken), cancellationToken);
        var sent = 0;
        foreach (var result in await results.ReadPageAsync(page.CycleId, page.Page, cancellationToken))
        {
            var delivery = await sender.SendAsync(definition, result.Entry, cancellationToken);
            sent += delivery.State == DeliveryState.Accepted ? 1 : 0;
        }
        return sent;
    }
}
