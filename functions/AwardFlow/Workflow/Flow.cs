using AwardFlow.Cycles;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Workflow;

/// <summary>What all orchestrators do alike.</summary>
internal static partial class Flow
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
            orchestrator,
            range,
            new SubOrchestrationOptions { InstanceId = $"{range.CycleId}-{orchestrator}-{range.First}-{range.Last}-{context.NewGuid():N}" });

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

    /// <summary>Whether it was woken since it last waited: then what it has just seen may be out of date.</summary>
    public static async Task<bool> WasWokenAsync(this TaskOrchestrationContext context)
    {
        try
        {
            // Cancelled from the start: a wake that came before is taken, and none is waited for.
            await context.WaitForExternalEvent<string>(CycleTasks.WakeEvent, new CancellationToken(canceled: true));
            return true;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Takes a step of a flow that begins anew until nothing is left, and tells of a failure where people look at the cycle.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="input">With what it begins anew.</param>
    /// <param name="step">The step: whether nothing is left, and otherwise when to look again.</param>
    public static async Task StepAsync(
        this TaskOrchestrationContext context, CycleId cycleId, object input, Func<Task<(bool IsOver, DateTimeOffset? LookAgainAt)>> step)
    {
        try
        {
            var (isOver, lookAgainAt) = await step();
            if (!isOver)
            {
                await context.WaitAsync(lookAgainAt);
                context.ContinueAsNew(input);
            }
            else if (await context.WasWokenAsync())
            {
                context.ContinueAsNew(input);
            }
        }
        catch (TaskFailedException e)
        {
            await context.TellAsync(cycleId, e);
            throw;
        }
    }

    /// <summary>Logs a failure, and writes it where people look at the cycle.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="failure">What failed.</param>
    public static Task TellAsync(this TaskOrchestrationContext context, CycleId cycleId, TaskFailedException failure)
    {
        var why = Innermost(failure.FailureDetails);
        LogFailed(context.CreateReplaySafeLogger(nameof(Flow)), cycleId, why.ErrorMessage);
        return context.RecordAsync(new CycleProblem(cycleId, CycleTasks.MayMendItself(why) ? ProblemKind.Failed : ProblemKind.NeedsPerson, why.ErrorMessage));
    }

    /// <summary>Writes why a cycle cannot go on, or that it can. Where that fails nothing else does.</summary>
    public static async Task RecordAsync(this TaskOrchestrationContext context, CycleProblem problem)
    {
        try
        {
            await context.CallActivityAsync(nameof(RecordProblem), problem, Retries);
        }
        catch (TaskFailedException e)
        {
            LogUnrecorded(context.CreateReplaySafeLogger(nameof(Flow)), problem.CycleId, e);
        }
    }

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    // A sub-orchestration's failure only says that one of its activities failed.
    private static TaskFailureDetails Innermost(TaskFailureDetails failure) => failure.InnerFailure is { } inner ? Innermost(inner) : failure;

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its orchestration failed: {Problem}")]
    private static partial void LogFailed(ILogger logger, CycleId cycleId, string problem);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its problem could not be recorded")]
    private static partial void LogUnrecorded(ILogger logger, CycleId cycleId, Exception exception);
}
