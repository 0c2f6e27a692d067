using AwardFlow.Workflow;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>
/// Runs cycles' flows as orchestrations. A cycle's orchestration has the cycle's id, so there is one at a time. The
/// host gives a client to each function that binds one; <see cref="Use"/> hands it on to what the function calls.
/// </summary>
/// <param name="logger">Says what was started, and why.</param>
public sealed partial class DurableEngine(ILogger<DurableEngine> logger) : ICycleEngine
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly AsyncLocal<DurableTaskClient?> Bound = new();

    private static DurableTaskClient Client => Bound.Value
        ?? throw new InvalidOperationException("This function binds no durable client. Give its method a parameter [DurableClient] DurableTaskClient, and pass it on.");

    /// <summary>Makes a client the one that the engine uses from here on, in this function's call and what it awaits.</summary>
    public static void Use(DurableTaskClient client) => Bound.Value = client;

    /// <summary>
    /// Starts a cycle's flow unless it runs. One that failed, was terminated, purged or finished is started anew; one
    /// that another version of the flow started is ended first. Its finished steps answer at once.
    /// </summary>
    public async Task StartAsync(string cycleId, CancellationToken cancellationToken)
    {
        var instance = await Client.GetInstanceAsync(cycleId, getInputsAndOutputs: true, cancellationToken);
        if (instance is { IsCompleted: false })
        {
            if (VersionOf(instance) == CycleFlow.Version)
            {
                return;
            }
            LogOtherVersion(cycleId, VersionOf(instance), CycleFlow.Version);
            await Client.TerminateInstanceAsync(
                cycleId, new TerminateInstanceOptions($"Version {CycleFlow.Version} of the flow takes over.", Recursive: true), cancellationToken);
            await Client.WaitForInstanceCompletionAsync(cycleId, cancellationToken);
        }
        try
        {
            await Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(CycleFlow), new CycleStart(cycleId, CycleFlow.Version), new StartOrchestrationOptions(cycleId).WithDedupeStatuses(Unfinished), cancellationToken);
            LogStarted(cycleId, instance?.RuntimeStatus.ToString() ?? "Missing");
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody else started it in the same moment.
        }
    }

    /// <inheritdoc/>
    public async Task SignalAsync(string cycleId, string signal, CancellationToken cancellationToken)
    {
        if (await Client.GetInstanceAsync(cycleId, cancellationToken) is { IsCompleted: false })
        {
            try
            {
                await Client.RaiseEventAsync(cycleId, signal, eventPayload: null, cancellationToken);
                return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
            {
                // It ended in this moment.
            }
        }
        // Started anew, the flow sees what the signal is about in the cycle's row.
        await StartAsync(cycleId, cancellationToken);
    }

    private static int? VersionOf(OrchestrationMetadata instance) => instance.ReadInputAs<CycleStart>()?.FlowVersion;

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId}: its orchestration was {Before} and is started")]
    private partial void LogStarted(string cycleId, string before);

    [LoggerMessage(LogLevel.Information, "Cycle {CycleId}: version {Before} of the flow started its orchestration, and version {Now} takes over")]
    private partial void LogOtherVersion(string cycleId, int? before, int now);
}
