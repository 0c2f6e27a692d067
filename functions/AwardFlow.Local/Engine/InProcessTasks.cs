using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Polly;
using Polly.Retry;

namespace AwardFlow.Local.Engine;

/// <summary>Runs orchestrators, and their activities a few at once, again with growing pauses where they fail.</summary>
internal sealed class InProcessTasks(IServiceProvider services, TimeProvider time, ILoggerFactory loggers) : IDisposable
{
    // A clock may be set, and a machine may sleep: look at the time again now and then.
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, Type> Types =
        CycleTasks.Orchestrators.Concat(CycleTasks.Activities).ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly SemaphoreSlim _places = new(2 * Environment.ProcessorCount);

    public TimeProvider Time => time;

    public ILoggerFactory Loggers => loggers;

    /// <summary>Runs an orchestrator to its end, however often it continues as new.</summary>
    /// <exception cref="TaskFailedException">One of its activities failed.</exception>
    public async Task<object?> RunOrchestratorAsync(TaskName name, string instanceId, object? input, EventBox events, CancellationToken stopping)
    {
        while (true)
        {
            var orchestrator = (ITaskOrchestrator)Activator.CreateInstance(Types[name.Name])!;
            var context = new InProcessContext(this, name, instanceId, input, events, stopping);
            var result = await orchestrator.RunAsync(context, input);
            if (context.Anew is null)
            {
                return result;
            }
            input = context.Anew;
        }
    }

    /// <summary>Runs an activity.</summary>
    /// <exception cref="TaskFailedException">It failed at its last try.</exception>
    public Task<object?> CallActivityAsync(TaskName name, string instanceId, object? input, TaskOptions? options, CancellationToken stopping) =>
        CallActivityAsync(
            _ => ((ITaskActivity)services.GetRequiredService(Types[name.Name])).RunAsync(new ActivityContext(name, instanceId), input),
            name,
            options,
            stopping);

    /// <summary>Runs an activity's work.</summary>
    /// <exception cref="TaskFailedException">It failed at its last try.</exception>
    internal async Task<object?> CallActivityAsync(Func<CancellationToken, Task<object?>> work, TaskName name, TaskOptions? options, CancellationToken stopping)
    {
        await _places.WaitAsync(stopping);
        try
        {
            return await Retries(options).ExecuteAsync(async token => await work(token), stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            throw new TaskFailedException(name.Name, taskId: 0, e);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits until a time by the machine's clock.</summary>
    public async Task WaitUntilAsync(DateTime until, CancellationToken cancellationToken)
    {
        while (until - time.GetUtcNow().UtcDateTime is { Ticks: > 0 } left)
        {
            await Task.Delay(left < LongestNap ? left : LongestNap, time, cancellationToken);
        }
    }

    public void Dispose() => _places.Dispose();

    private ResiliencePipeline Retries(TaskOptions? options) => options?.Retry?.Policy is not { MaxNumberOfAttempts: > 1 } policy
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = policy.MaxNumberOfAttempts - 1,
                ShouldHandle = failed => ValueTask.FromResult(
                    failed.Outcome.Exception is { } e and not OperationCanceledException && CycleTasks.MayMendItself(TaskFailureDetails.FromException(e))),
                DelayGenerator = failed => ValueTask.FromResult<TimeSpan?>(Pause(policy, failed.AttemptNumber)),
            })
            .Build();

    private static TimeSpan Pause(RetryPolicy policy, int attempt)
    {
        var pause = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, attempt);
        return pause < policy.MaxRetryInterval ? pause : policy.MaxRetryInterval;
    }

    private sealed class ActivityContext(TaskName name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
