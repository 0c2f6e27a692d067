using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Workflow;
using DurableTask.Core;
using DurableTask.Core.Exceptions;

namespace AwardFlow.TestKit.Hub;

/// <summary>Starts and wakes cycles on the engine of Durable Task without a Functions host.</summary>
internal sealed class HubEngine(TaskHubClient client) : ICycleEngine
{
    private static readonly OrchestrationStatus[] Unfinished = [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended];

    public Task StartAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        StartAsync(nameof(CycleOrchestrator), cycleId.Text, new CycleStart(cycleId, FlowVersion.Current));

    public async Task SignalAsync(CycleId cycleId, string signal, CancellationToken cancellationToken)
    {
        await StartAsync(cycleId, cancellationToken);
        await client.RaiseEventAsync(new OrchestrationInstance { InstanceId = cycleId.Text }, CycleTasks.WakeEvent, signal);
    }

    public Task SendLetterAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken)
    {
        var letter = new LetterRef(cycleId, entryCode, FlowVersion.Current);
        return StartAsync(nameof(LetterOrchestrator), letter.ToInstanceId(), letter);
    }

    public async Task CorrectAsync(CycleId cycleId, int number, CancellationToken cancellationToken)
    {
        var correction = new CorrectionRef(cycleId, number, FlowVersion.Current);
        await StartAsync(nameof(CorrectionOrchestrator), correction.ToInstanceId(), correction);
        await client.RaiseEventAsync(new OrchestrationInstance { InstanceId = correction.ToInstanceId() }, CycleTasks.WakeEvent, Signals.Correct);
    }

    public Task PurgeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task StartAsync(string orchestrator, string instanceId, object input)
    {
        try
        {
            await client.CreateOrchestrationInstanceAsync(orchestrator, "", instanceId, input, tags: null, Unfinished);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // It runs.
        }
    }
}
