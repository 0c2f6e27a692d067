using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Renders the documents of one page of results and enters them in the delivery ledger.</summary>
/// <param name="rendering">Renders letters.</param>
/// <param name="run">Runs it.</param>
public sealed class RenderPage(LetterRendering rendering, ActivityRun run) : TaskActivity<PageRef, int>
{
    /// <inheritdoc/>
    public override Task<int> RunAsync(TaskActivityContext context, PageRef input) =>
        run.AsAsync(context, input, stopping => rendering.RenderPageAsync(input.CycleId, input.Page, stopping));
}
