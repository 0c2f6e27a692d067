using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Reminds the recipients of some pages.</summary>
public sealed class RemindPages : PagesOrchestrator
{
    /// <inheritdoc/>
    protected override Task<PagesDone> SeeToAsync(TaskOrchestrationContext context, PageRef page) => MailAsync(context, nameof(RemindPage), page);
}
