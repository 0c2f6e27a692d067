using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Workflow;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>Runs cycles on Durable Functions. A cycle's orchestration has the cycle's id, so there is one at a time.</summary>
/// <param name="client">What the host gave to the function.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was started, and why.</param>
public sealed partial class DurableEngine(DurableTaskClient client, TimeProvider time, ILogger<DurableEngine> logger) : ICycleEngine
{
    // For people who look into what happened.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>
    /// Starts a cycle's orchestration unless it runs. One that failed, was terminated, purged or finished is started anew;
    /// one that another version of the flow started is ended first, with those that it called. Finished work answers at once.
    /// </summary>
    public async Task StartAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(cycleId.Text, getInputsAndOutputs: true, cancellationToken);
        if (instance is { IsCompleted: false })
        {
            if (VersionOf(instance) == FlowVersion.Current)
            {
                return;
            }
            LogOtherVersion(cycleId, VersionOf(instance), FlowVersion.Current);
            await client.TerminateInstanceAsync(
                cycleId.Text, new TerminateInstanceOptions($"Version {FlowVersion.Current} of the flow takes over.", Recursive: true), cancellationToken);
            await client.WaitForInstanceCompletionAsync(cycleId.Text, cancellationToken);
        }
        if (await TryStartAsync(nameof(CycleOrchestrator), new CycleStart(cycleId, FlowVersion.Current), cycleId.Text, cancellationToken))
        {
            LogStarted(cycleId, instance?.RuntimeStatus.ToString() ?? "Missing");
        }
    }

    /// <inheritdoc/>
    public async Task SignalAsync(CycleId cycleId, string signal, CancellationToken cancellationToken)
    {
        // Started anew, it sees what the signal is about in the cycle's row.
        if (!await TryWakeAsync(cycleId.Text, signal, cancellationToken))
        {
            await StartAsync(cycleId, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task SendLetterAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken)
    {
        var letter = new LetterRef(cycleId, entryCode, FlowVersion.Current);
        if (!await TryWakeAsync(letter.ToInstanceId(), Signals.Resend, cancellationToken))
        {
            await TryStartAsync(nameof(LetterOrchestrator), letter, letter.ToInstanceId(), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task CorrectAsync(CycleId cycleId, int number, CancellationToken cancellationToken)
    {
        var correction = new CorrectionRef(cycleId, number, FlowVersion.Current);
        if (!await TryWakeAsync(correction.ToInstanceId(), Signals.Correct, cancellationToken))
        {
            await TryStartAsync(nameof(CorrectionOrchestrator), correction, correction.ToInstanceId(), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: time.GetUtcNow() - KeptFor, Statuses: Ended), cancellationToken);
        }
        catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
        {
            // The next sweep tries again; nothing waits for it.
            LogNotPurged(e);
        }
    }

    private async Task<bool> TryWakeAsync(string instanceId, string signal, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(instanceId, cancellationToken) is not { IsCompleted: false })
        {
            return false;
        }
        try
        {
            await client.RaiseEventAsync(instanceId, CycleTasks.WakeEvent, signal, cancellationToken);
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false; // It ended in this moment.
        }
    }

    private async Task<bool> TryStartAsync(string orchestrator, object input, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestrator, input, new StartOrchestrationOptions(instanceId).WithDedupeStatuses(Unfinished), cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false; // Somebody else started it in the same moment.
        }
    }

    // Earlier versions gave their orchestrator another name.
    private static int? VersionOf(OrchestrationMetadata instance) => instance.ReadInputAs<CycleStart>()?.FlowVersion;

    [LoggerMessage(LogLevel.Warning, "Orchestrations that ended could not be purged")]
    private partial void LogNotPurged(Exception exception);

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId}: its orchestration was {Before} and is started")]
    private partial void LogStarted(CycleId cycleId, string before);

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId}: version {Before} of the flow started its orchestration, and version {Now} takes over")]
    private partial void LogOtherVersion(CycleId cycleId, int? before, int now);
}
