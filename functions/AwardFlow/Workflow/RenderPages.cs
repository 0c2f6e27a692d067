using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Renders the letters of some pages.</summary>
public sealed class RenderPages : PagesOrchestrator
{
    /// <inheritdoc/>
    protected override async Task<PagesDone> SeeToAsync(TaskOrchestrationContext context, PageRef page)
    {
        await context.CallAsync<int>(nameof(RenderPage), page);
        return new PagesDone();
    }
}
