using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Workflow;

/// <summary>Mails the letters of one page of results.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="sender">Mails a letter.</param>
/// <param name="outcomes">What was finished before.</param>
/// <param name="time">The clock.</param>
public sealed class SendPage(CycleStore cycles, ResultsStore results, LetterSender sender, StepOutcomes outcomes, TimeProvider time) : IStep<PageRef, PageSent>
{
    /// <summary>The step's name and shape: it says how far the page is mailed, and when to call the step again.</summary>
    public static readonly Step<PageRef, PageSent> Step = new(nameof(SendPage));

    /// <inheritdoc/>
    public async Task<PageSent> RunAsync(PageRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await outcomes.FindAsync(Step.Name, input, cancellationToken) is { } mailed)
        {
            return new PageSent(mailed);
        }
        var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var page = await results.ReadPageAsync(cycle, input.Page, cancellationToken);
        var entries = page.Select(result => result.Entry).ToList();
        var sent = await sender.SendAsync(definition, entries, cancellationToken);
        if (sent.LookAgainAt is not null)
        {
            return sent;
        }
        await outcomes.RecordAsync(Step.Name, input, sent.Mailed, cancellationToken);
        // A person may have had a letter of this page sent again since its row was read.
        if (await sender.IsDoneAsync(input.CycleId, entries, cancellationToken))
        {
            return sent;
        }
        await outcomes.ForgetAsync(Step.Name, input, cancellationToken);
        return sent with { LookAgainAt = time.GetUtcNow() };
    }
}
