using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>
/// Sees to some pages: to each that has something left with one activity, or, where there are many, to parts of them with
/// orchestrations of their own, so that no history grows beyond some hundred events.
/// </summary>
public abstract class PagesOrchestrator : TaskOrchestrator<PageRange, PagesDone>
{
    /// <inheritdoc/>
    public override async Task<PagesDone> RunAsync(TaskOrchestrationContext context, PageRange input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        FlowVersion.MustBeCurrent(input.FlowVersion);
        if (input.Count() > PageRange.MostPages)
        {
            return PagesDone.Of(await Task.WhenAll(input.Parts().Select(part => context.CallPagesAsync(context.Name.Name, part))));
        }
        var left = await context.CallAsync<int[]>(nameof(PagesLeft), new PagesLeftOf(context.Name.Name, input));
        return PagesDone.Of(await Task.WhenAll(left.Select(page => SeeToAsync(context, new PageRef(input.CycleId, page)))));
    }

    /// <summary>Sees to one page.</summary>
    protected abstract Task<PagesDone> SeeToAsync(TaskOrchestrationContext context, PageRef page);

    /// <summary>Mails what is left of one page.</summary>
    private protected static async Task<PagesDone> MailAsync(TaskOrchestrationContext context, string activity, PageRef page)
    {
        var sent = await context.CallAsync<PageSent>(activity, page);
        return new PagesDone(sent.LookAgainAt, sent.InTrouble);
    }
}
