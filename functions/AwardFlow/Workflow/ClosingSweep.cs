using System.Collections.Concurrent;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Receipts;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Workflow;

/// <summary>
/// Sees to it that what is asked of cycles happens even where an orchestration, its timer or a signal was lost: starts
/// flows that do not run although their cycle is not finished, and wakes those that a decision or the time waits for.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">Corrections of their letters.</param>
/// <param name="followUp">What corrections wait for once they are sent.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="clock">Whether the clock is believed.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which cycle could not be seen to.</param>
public sealed partial class ClosingSweep(
    CycleStore cycles, CorrectionStore corrections, CorrectionFollowUp followUp,
    ICycleEngine engine, ClockWatch clock, TimeProvider time, ILogger<ClosingSweep> logger)
{
    // The engine answers in some ten milliseconds, and is mostly waited for.
    private const int AtATime = 8;

    /// <summary>The longest that one cycle is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Sees to every cycle, several side by side, and forgets orchestrations that ended some time ago. A cycle that cannot
    /// be seen to, or not in time, keeps nobody from the others.
    /// </summary>
    /// <exception cref="AggregateException">Some could not be seen to.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = new ConcurrentBag<Exception>();
        var isBelieved = await NoteTimeAsync(failures, cancellationToken);
        await Parallel.ForEachAsync(
            cycles.ListAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (cycle, cancelled) =>
            {
                using var patience = new CancellationTokenSource(Patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, patience.Token);
                try
                {
                    // An engine that does not heed the token is left behind.
                    await SeeToAsync(cycle, isBelieved, either.Token).WaitAsync(either.Token);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancelled.IsCancellationRequested)
                {
                    LogFailed(cycle.Id, e);
                    failures.Add(patience.IsCancellationRequested
                        ? new TimeoutException($"Cycle {cycle.Id} could not be seen to within {Patience.TotalSeconds} s.", e)
                        : e);
                }
            });
        await engine.PurgeAsync(cancellationToken);
        if (!failures.IsEmpty)
        {
            throw new AggregateException("Some cycles could not be seen to; the next sweep tries again.", failures);
        }
    }

    // Where storage cannot take it, nothing closes for the time's sake, and everything else goes on.
    private async Task<bool> NoteTimeAsync(ConcurrentBag<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            return await clock.NoteAsync(cancellationToken);
        }
        catch (StorageException e)
        {
            failures.Add(e);
            return false;
        }
    }

    private async Task SeeToAsync(Cycle cycle, bool isBelieved, CancellationToken cancellationToken)
    {
        foreach (var correction in await corrections.ListAsync(cycle, cancellationToken))
        {
            if (cycle.Paused is null && (correction.IsUnderWay || await followUp.IsDueAsync(cycle, correction, isBelieved, cancellationToken)))
            {
                await engine.CorrectAsync(cycle.Id, correction.Number, cancellationToken);
            }
        }
        // A draft has no flow: nothing of it is to happen yet.
        if (cycle.IsFinished || cycle.IsDraft)
        {
            return;
        }
        await engine.StartAsync(cycle.Id, cancellationToken);
        if (Overdue(cycle, isBelieved) is { } signal)
        {
            LogOverdue(cycle.Id, signal);
            await engine.SignalAsync(cycle.Id, signal, cancellationToken);
        }
    }

    private string? Overdue(Cycle cycle, bool isBelieved) => cycle switch
    {
        { Paused: not null } => null,
        { IsCollecting: true, CloseRequestedAt: not null } => Signals.Close,
        { State: CycleState.Open } when isBelieved && cycle.IsDue(time.GetUtcNow()) => Signals.Close,
        { State: CycleState.NeedsAttention } when cycle.Uploads > cycle.MissingAtUploads => Signals.Upload,
        { State: CycleState.AwaitingApproval, ApprovedAt: not null } => Signals.Approve,
        // The flow of one letter failed, and the cycle's own waits for a day.
        { State: CycleState.Sent, Problem: not null } => Signals.Resend,
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId} is due and is woken with '{Signal}'")]
    private partial void LogOverdue(CycleId cycleId, string signal);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId} could not be seen to")]
    private partial void LogFailed(CycleId cycleId, Exception exception);
}
