using AwardFlow.Cycles;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Workflow;

/// <summary>
/// Sees to it that what is asked of cycles happens even where an orchestration, its timer or a signal was lost: starts
/// flows that do not run although their cycle is not finished, and wakes those that a decision or the time waits for.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which cycle could not be seen to.</param>
public sealed partial class ClosingSweep(CycleStore cycles, ICycleEngine engine, TimeProvider time, ILogger<ClosingSweep> logger)
{
    /// <summary>Sees to every cycle. One that cannot be seen to keeps nobody from the others.</summary>
    /// <exception cref="AggregateException">Some could not be seen to.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            try
            {
                await SeeToAsync(cycle, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(cycle.Id, e);
                failures.Add(e);
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException("Some cycles could not be seen to; the next sweep tries again.", failures);
        }
    }

    private async Task SeeToAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        if (cycle.IsFinished)
        {
            return;
        }
        await engine.StartAsync(cycle.Id, cancellationToken);
        if (Overdue(cycle) is { } signal)
        {
            LogOverdue(cycle.Id, signal);
            await engine.SignalAsync(cycle.Id, signal, cancellationToken);
        }
    }

    private string? Overdue(Cycle cycle) => cycle switch
    {
        { IsCollecting: true, CloseRequestedAt: not null } => Signals.Close,
        { State: CycleState.Open } when cycle.ClosesAt <= time.GetUtcNow() => Signals.Close,
        { State: CycleState.NeedsAttention } when cycle.Uploads > cycle.MissingAtUploads => Signals.Upload,
        { State: CycleState.AwaitingApproval, ApprovedAt: not null } => Signals.Approve,
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId} is due and is woken with '{Signal}'")]
    private partial void LogOverdue(string cycleId, string signal);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId} could not be seen to")]
    private partial void LogFailed(string cycleId, Exception exception);
}
