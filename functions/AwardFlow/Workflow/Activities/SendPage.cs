using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails the letters of one page of results.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="sender">Mails a letter.</param>
/// <param name="outcomes">What was finished before.</param>
/// <param name="time">The clock.</param>
/// <param name="run">Runs it.</param>
public sealed class SendPage(CycleStore cycles, ResultsStore results, LetterSender sender, StepOutcomes outcomes, TimeProvider time, ActivityRun run) : TaskActivity<PageRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, PageRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<PageSent> DoAsync(PageRef input, CancellationToken cancellationToken)
    {
        if (await outcomes.FindAsync(nameof(SendPage), input, cancellationToken) is { } mailed)
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
        await outcomes.RecordAsync(nameof(SendPage), input, sent.Mailed, cancellationToken);
        // A person may have had a letter of this page sent again since its row was read.
        if (await sender.IsDoneAsync(input.CycleId, entries, cancellationToken))
        {
            return sent;
        }
        await outcomes.ForgetAsync(nameof(SendPage), input, cancellationToken);
        return sent with { LookAgainAt = time.GetUtcNow() };
    }
}
