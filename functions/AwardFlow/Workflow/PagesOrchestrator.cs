using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>
/// Sees to some pages: to each that has something left with one activity, or, where there are many, to parts of them with
/// orchestrations of their own, so that no history grows beyond some hundred events.
/// </summary>
public abstract class PagesOrchestrator : TaskOrchestrator<PageRange, PagesDone>
{
    // More than the hosts of a hub are likely to take at once. Should each of them fail, with its retries, the history is
    // still some hundred events.
    private const int MostAtOnce = 24;

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
        return PagesDone.Of(await SeeToAsync(context, left.Select(page => new PageRef(input.CycleId, page))));
    }

    // The first goes alone: where the mail service lets nobody in, or a picture is gone, one page says so and not each of
    // thousands. No other is begun either once one fails or the pace is used up; those under way end first.
    private async Task<PagesDone[]> SeeToAsync(TaskOrchestrationContext context, IEnumerable<PageRef> pages)
    {
        List<Task<PagesDone>> begun = [], open = [];
        foreach (var page in pages)
        {
            if (open.Count == (begun.Count == 1 ? 1 : MostAtOnce))
            {
                var ended = await Task.WhenAny(open);
                open.Remove(ended);
                if (!ended.IsCompletedSuccessfully || (await ended).HoldsOthersUp)
                {
                    break;
                }
            }
            var next = SeeToAsync(context, page);
            begun.Add(next);
            open.Add(next);
        }
        return await Task.WhenAll(begun);
    }

    /// <summary>Sees to one page.</summary>
    protected abstract Task<PagesDone> SeeToAsync(TaskOrchestrationContext context, PageRef page);

    /// <summary>Mails what is left of one page.</summary>
    private protected static async Task<PagesDone> MailAsync(TaskOrchestrationContext context, string activity, PageRef page)
    {
        var sent = await context.CallAsync<PageSent>(activity, page);
        return new PagesDone(sent.LookAgainAt, sent.InTrouble, sent.OutOfTurn);
    }
}
