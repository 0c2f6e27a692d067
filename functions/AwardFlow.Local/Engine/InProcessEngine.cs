using System.Collections.Concurrent;
using AwardFlow.Cycles;
using AwardFlow.Workflow;

namespace AwardFlow.Local.Engine;

/// <summary>
/// Runs cycles' flows in this process. It keeps no history: a flow that was cut off is run again from the top, and
/// finished steps answer at once from storage.
/// </summary>
internal sealed partial class InProcessEngine(CycleStore cycles, StepRunner steps, TimeProvider time, ILogger<InProcessEngine> logger)
    : IHostedService, ICycleEngine, IDisposable
{
    // After a step's own retries: storage or the mail service is down for longer.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<RunningFlow>> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    Task ICycleEngine.StartAsync(string cycleId, CancellationToken cancellationToken)
    {
        Run(cycleId);
        return Task.CompletedTask;
    }

    Task ICycleEngine.SignalAsync(string cycleId, string signal, CancellationToken cancellationToken)
    {
        Run(cycleId).Signals.Raise(signal);
        return Task.CompletedTask;
    }

    // The sweep starts the flows.
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values.Select(flow => flow.Value.Completion)).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private RunningFlow Run(string cycleId) => _running.GetOrAdd(cycleId, id => new Lazy<RunningFlow>(() =>
    {
        var signals = new SignalBox(time);
        return new RunningFlow(signals, Task.Run(() => RunAsync(id, signals, _stopping.Token)));
    })).Value;

    private async Task RunAsync(string cycleId, SignalBox signals, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                try
                {
                    await CycleFlow.RunAsync(new InProcessFlow(steps, signals, time, stopping), new CycleRef(cycleId));
                    LogFinished(cycleId);
                    return;
                }
                catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
                {
                    LogFailed(cycleId, e);
                    await RecordAsync(cycleId, e.Message, stopping);
                    await Task.Delay(PauseAfterFailure, time, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next start goes on from here.
        }
        finally
        {
            _running.TryRemove(cycleId, out _);
        }
    }

    private async Task RecordAsync(string cycleId, string problem, CancellationToken stopping)
    {
        try
        {
            await cycles.ChangeAsync(cycleId, cycle => cycle with { Problem = problem }, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnrecorded(cycleId, e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId}: finished")]
    private partial void LogFinished(string cycleId);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId} could not go on and is tried again in a minute")]
    private partial void LogFailed(string cycleId, Exception exception);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its problem could not be recorded")]
    private partial void LogUnrecorded(string cycleId, Exception exception);

    private sealed record RunningFlow(SignalBox Signals, Task Completion);
}
