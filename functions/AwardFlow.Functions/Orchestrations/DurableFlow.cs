using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>The flow's port on Durable Functions: steps are activities, sub-flows sub-orchestrations, signals external events.</summary>
/// <param name="context">The orchestration.</param>
internal sealed partial class DurableFlow(TaskOrchestrationContext context) : IFlow
{
    /// <summary>The category of the flow's log lines.</summary>
    public const string LogCategory = "AwardFlow.Workflow.Flow";

    /// <summary>
    /// Six tries in about a quarter of a minute. What fails for longer fails the orchestration, and the sweep starts it
    /// again; so does a wrong setting, which is not mended by asking again at once.
    /// </summary>
    public static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromMilliseconds(500), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(15))
    {
        HandleFailure = failure => !failure.IsCausedBy<MailSettingsException>(),
    });

    // A message of Azure Storage's queues can be put off by seven days at most, so a longer wait goes in hops.
    private static readonly TimeSpan LongestHop = TimeSpan.FromDays(6);

    // The queues put off by whole seconds, cut off: a timer fires up to a second early, and a shorter one at once.
    private static readonly TimeSpan ShortestHop = TimeSpan.FromSeconds(1);

    // Not one for all: what waits for it is remembered by it, and an orchestration that is put aside would stay in memory.
    private readonly Task _never = new TaskCompletionSource().Task;

    // One waiter for each signal, kept across waits: an abandoned one would swallow the next event of its name.
    private readonly Dictionary<string, Task> _waiters = new(StringComparer.Ordinal);
    private readonly ILogger _logger = context.CreateReplaySafeLogger(LogCategory);
    private FlowStatus _status = new(null, 0, 0, null, null);

    public DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    public async Task<TResult> CallAsync<TInput, TResult>(Step<TInput, TResult> step, TInput input)
        where TInput : notnull
    {
        Begin(step.Name);
        var result = await context.CallActivityAsync<TResult>(step.Name, input, Retries);
        LogStep(_logger, step.Name, input, result);
        Done(step.Name);
        return result;
    }

    public async Task CallAsync<TInput>(SubFlow<TInput> flow, TInput input)
        where TInput : notnull
    {
        Begin(flow.Name);
        await context.CallSubOrchestratorAsync(flow.Name, input);
        LogFlow(_logger, flow.Name, input);
        Done(flow.Name);
    }

    public async Task WaitForSignalAsync(IReadOnlyList<string> signals, DateTimeOffset? until)
    {
        if (signals.Count > 0)
        {
            // A page that only lets time pass, beside others that work, is no news of the flow's progress.
            Report(new FlowStatus(null, 0, 0, signals, until));
        }
        foreach (var signal in signals)
        {
            if (!_waiters.ContainsKey(signal))
            {
                _waiters.Add(signal, context.WaitForExternalEvent<object>(signal));
            }
        }
        var news = signals.Count > 0 ? Task.WhenAny(signals.Select(signal => _waiters[signal])) : _never;
        if (until is { } time)
        {
            await HopAsync(news, time);
        }
        else
        {
            await news;
        }
        foreach (var signal in signals.Where(signal => _waiters[signal].IsCompleted))
        {
            _waiters.Remove(signal);
        }
    }

    private async Task HopAsync(Task news, DateTimeOffset until)
    {
        while (!news.IsCompleted && until > Now)
        {
            var hop = until - Now;
            hop = hop > LongestHop ? LongestHop : hop < ShortestHop ? ShortestHop : hop;
            using var noLongerNeeded = new CancellationTokenSource();
            var timer = context.CreateTimer((Now + hop).UtcDateTime, noLongerNeeded.Token);
            if (await Task.WhenAny(news, timer) == news)
            {
#pragma warning disable MA0042, CA1849 // CancelAsync goes on in another thread, where an orchestrator must never be.
                noLongerNeeded.Cancel();
#pragma warning restore MA0042, CA1849
            }
        }
    }

    private void Begin(string name) => Report(_status.Calls == name
        ? _status with { Of = _status.Of + 1 }
        : new FlowStatus(name, 0, 1, null, null));

    private void Done(string name)
    {
        if (_status.Calls == name)
        {
            Report(_status with { Done = _status.Done + 1 });
        }
    }

    private void Report(FlowStatus status)
    {
        _status = status;
        context.SetCustomStatus(status);
    }

    [LoggerMessage(LogLevel.Information, "{Step} of {Input}: {Result}")]
    private static partial void LogStep(ILogger logger, string step, object input, object? result);

    [LoggerMessage(LogLevel.Information, "{Flow} of {Input}: done")]
    private static partial void LogFlow(ILogger logger, string flow, object input);
}
