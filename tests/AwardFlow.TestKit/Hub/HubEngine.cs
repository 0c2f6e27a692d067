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

    public Task StartAsync(string cycleId, CancellationToken cancellationToken) => StartAsync(nameof(CycleOrchestrator), cycleId, new CycleStart(CycleId.Parse(cycleId), FlowVersion.Current));

    public async Task SignalAsync(string cycleId, string signal, CancellationToken cancellationToken)
    {
        await StartAsync(cycleId, cancellationToken);
        await client.RaiseEventAsync(new OrchestrationInstance { InstanceId = cycleId }, CycleTasks.WakeEvent, signal);
    }

    public Task SendLetterAsync(string cycleId, string entryCode, CancellationToken cancellationToken)
    {
        var letter = new LetterRef(CycleId.Parse(cycleId), EntryCode.Parse(entryCode), FlowVersion.Current);
        return StartAsync(nameof(LetterOrchestrator), letter.ToInstanceId(), letter);
    }

    public async Task CorrectAsync(string cycleId, int number, CancellationToken cancellationToken)
    {
        var correction = new CorrectionRef(CycleId.Parse(cycleId), number, FlowVersion.Current);
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
