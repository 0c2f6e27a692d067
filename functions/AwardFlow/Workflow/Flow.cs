using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>What all orchestrators do alike.</summary>
internal static class Flow
{
    /// <summary>
    /// Six tries in about a quarter of a minute. What fails for longer fails the orchestration, and the sweep starts it
    /// again; so does a wrong setting, which is not mended by asking again at once.
    /// </summary>
    public static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromMilliseconds(500), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(15))
    {
        HandleFailure = CycleTasks.MayMendItself,
    });

    /// <summary>Calls an activity that is named as its class.</summary>
    public static Task<TResult> CallAsync<TResult>(this TaskOrchestrationContext context, string activity, object input) =>
        context.CallActivityAsync<TResult>(activity, input, Retries);

    /// <summary>Calls an orchestrator for pages, under an id that says what it does, for which cycle and which pages.</summary>
    public static Task<PagesDone> CallPagesAsync(this TaskOrchestrationContext context, string orchestrator, PageRange range) =>
        context.CallSubOrchestratorAsync<PagesDone>(
            orchestrator, range, new SubOrchestrationOptions { InstanceId = $"{range.CycleId}-{orchestrator}-{range.First}-{range.Last}-{context.NewGuid():N}" });

    /// <summary>Waits until the cycle is woken, or for a time. A wake that came before counts.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="until">The time; null for none.</param>
    public static async Task WaitAsync(this TaskOrchestrationContext context, DateTimeOffset? until)
    {
        context.SetCustomStatus(new FlowStatus(until));
        if (until is not { } time)
        {
            await context.WaitForExternalEvent<string>(CycleTasks.WakeEvent);
            return;
        }
        var left = time.UtcDateTime - context.CurrentUtcDateTime;
        if (left <= TimeSpan.Zero)
        {
            return;
        }
        try
        {
            // Storage queues put off by whole seconds, cut off: a timer fires up to a second early, and a shorter one at once.
            await context.WaitForExternalEvent<string>(CycleTasks.WakeEvent, left < ShortestWait ? ShortestWait : left);
        }
        catch (TaskCanceledException)
        {
            // The time has come.
        }
    }

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
}
