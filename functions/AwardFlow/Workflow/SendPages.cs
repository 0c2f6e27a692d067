using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails the letters of some pages.</summary>
public sealed class SendPages : PagesOrchestrator
{
    /// <inheritdoc/>
    protected override Task<PagesDone> SeeToAsync(TaskOrchestrationContext context, PageRef page) => MailAsync(context, nameof(SendPage), page);
}
