using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;

namespace AwardFlow.Workflow;

/// <summary>Reminds the recipients on one page of results who have not confirmed and whose reminder is due.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="sender">Mails reminders.</param>
public sealed class RemindPage(CycleStore cycles, ResultsStore results, ReminderSender sender) : IStep<PageRef, PageSent>
{
    /// <summary>The step's name and shape: it says how far the page is mailed, and when to call the step again.</summary>
    public static readonly Step<PageRef, PageSent> Step = new(nameof(RemindPage));

    /// <inheritdoc/>
    public async Task<PageSent> RunAsync(PageRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
        if (cycle.State != CycleState.Sent)
        {
            return new PageSent(0); // Letters go first, and nobody is reminded of a cycle that is completed.
        }
        var page = await results.ReadPageAsync(cycle, input.Page, cancellationToken);
        return await sender.SendAsync(await cycles.DefinitionAsync(cycle, cancellationToken), [.. page.Select(result => result.Entry)], cancellationToken);
    }
}
