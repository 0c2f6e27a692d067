using System.Collections.Concurrent;
using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Workflow;

namespace AwardFlow.Local.Engine;

/// <summary>Runs cycles' orchestrations in this process. One that failed or was cut off is started again by the sweep.</summary>
internal sealed partial class InProcessEngine(InProcessTasks tasks, ILogger<InProcessEngine> logger) : IHostedService, ICycleEngine, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Running>> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    Task ICycleEngine.StartAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        Run(nameof(CycleOrchestrator), cycleId.Text, new CycleStart(cycleId, FlowVersion.Current));
        return Task.CompletedTask;
    }

    Task ICycleEngine.SignalAsync(CycleId cycleId, string signal, CancellationToken cancellationToken)
    {
        Wake(nameof(CycleOrchestrator), cycleId.Text, new CycleStart(cycleId, FlowVersion.Current), signal);
        return Task.CompletedTask;
    }

    Task ICycleEngine.SendLetterAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken)
    {
        var letter = new LetterRef(cycleId, entryCode, FlowVersion.Current);
        Wake(nameof(LetterOrchestrator), letter.ToInstanceId(), letter, Signals.Resend);
        return Task.CompletedTask;
    }

    Task ICycleEngine.CorrectAsync(CycleId cycleId, int number, CancellationToken cancellationToken)
    {
        var correction = new CorrectionRef(cycleId, number, FlowVersion.Current);
        Wake(nameof(CorrectionOrchestrator), correction.ToInstanceId(), correction, Signals.Correct);
        return Task.CompletedTask;
    }

    // What has ended is nowhere kept.
    Task ICycleEngine.PurgeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The sweep starts the orchestrations.
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values.Select(running => running.Value.Completion)).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    // One that is started sees what the signal is about; one that ends at this moment may not have.
    private void Wake(string orchestrator, string instanceId, object input, string signal)
    {
        if (_running.TryGetValue(instanceId, out var running))
        {
            running.Value.Events.Raise(CycleTasks.WakeEvent, signal);
            if (_running.TryGetValue(instanceId, out var still) && still == running)
            {
                return;
            }
        }
        Run(orchestrator, instanceId, input);
    }

    private Running Run(string orchestrator, string instanceId, object input) => _running.GetOrAdd(instanceId, id => new Lazy<Running>(() =>
    {
        var events = new EventBox();
        return new Running(events, Task.Run(() => RunAsync(orchestrator, id, input, events)));
    })).Value;

    private async Task RunAsync(string orchestrator, string instanceId, object input, EventBox events)
    {
        var isDone = false;
        try
        {
            await tasks.RunOrchestratorAsync(orchestrator, instanceId, input, events, _stopping.Token);
            isDone = true;
            LogFinished(orchestrator, instanceId);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The next start goes on from here.
        }
        catch (Exception e)
        {
            LogFailed(orchestrator, instanceId, e);
        }
        finally
        {
            _running.TryRemove(instanceId, out _);
            if (isDone && events.IsWaiting(CycleTasks.WakeEvent))
            {
                Run(orchestrator, instanceId, input);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Orchestrator} {InstanceId}: finished")]
    private partial void LogFinished(string orchestrator, string instanceId);

    [LoggerMessage(LogLevel.Error, "{Orchestrator} {InstanceId} could not go on; the sweep starts it again")]
    private partial void LogFailed(string orchestrator, string instanceId, Exception exception);

    private sealed record Running(EventBox Events, Task Completion);
}
