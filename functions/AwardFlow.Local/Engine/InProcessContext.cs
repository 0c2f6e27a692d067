using Microsoft.DurableTask;

namespace AwardFlow.Local.Engine;

/// <summary>
/// What an orchestrator may do, in this process. There is no history and no replay: after a crash an orchestration starts
/// again from the top, and finished work answers at once.
/// </summary>
/// <param name="tasks">Runs activities, and orchestrators that this one calls.</param>
/// <param name="name">The orchestrator's name.</param>
/// <param name="instanceId">The orchestration's id.</param>
/// <param name="input">What it was started with.</param>
/// <param name="events">Events that were raised and not yet taken.</param>
/// <param name="stopping">The host stops.</param>
internal sealed class InProcessContext(InProcessTasks tasks, TaskName name, string instanceId, object? input, EventBox events, CancellationToken stopping)
    : TaskOrchestrationContext
{
    public override TaskName Name => name;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => tasks.Time.GetUtcNow().UtcDateTime;

    public override bool IsReplaying => false;

    /// <summary>What the orchestration is to be run with once more; null where it has ended.</summary>
    public object? Anew { get; private set; }

    protected override ILoggerFactory LoggerFactory => tasks.Loggers;

    public override T GetInput<T>() => (T)input!;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName activity, object? value = null, TaskOptions? options = null) =>
        (TResult)(await tasks.CallActivityAsync(activity, instanceId, value, options, stopping))!;

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestrator, object? value = null, TaskOptions? options = null) =>
        (TResult)(await tasks.RunOrchestratorAsync(
            orchestrator, (options as SubOrchestrationOptions)?.InstanceId ?? $"{NewGuid():N}", value, new EventBox(), stopping))!;

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        await tasks.WaitUntilAsync(fireAt, either.Token);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        try
        {
            return (T)(await events.TakeAsync(eventName, either.Token))!;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            // What a wait with a time-out is documented to end with.
            throw new TaskCanceledException(e.Message, e, cancellationToken);
        }
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        Anew = newInput ?? throw new ArgumentNullException(nameof(newInput));

    public override Guid NewGuid() => Guid.NewGuid();

    // Nobody asks for it here: the cycle's row and the log say what is waited for.
    public override void SetCustomStatus(object? customStatus)
    {
    }

    public override void SendEvent(string targetInstanceId, string eventName, object payload) =>
        throw new NotSupportedException("No orchestrator sends events.");
}
