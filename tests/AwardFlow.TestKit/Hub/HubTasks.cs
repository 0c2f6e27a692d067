using AwardFlow.Workflow;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AwardFlow.TestKit.Hub;

/// <summary>Makes the product's orchestrators and activities for the engine of Durable Task, as the Functions host does for a worker.</summary>
internal sealed class HubTasks(IServiceProvider services, ILoggerFactory loggers)
    : INameVersionObjectManager<TaskOrchestration>, INameVersionObjectManager<DurableTask.Core.TaskActivity>
{
    private static readonly Dictionary<string, Type> Types =
        CycleTasks.Orchestrators.Concat(CycleTasks.Activities).ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly DurableTaskShimFactory _shims = new(new DurableTaskWorkerOptions(), loggers);

    TaskOrchestration INameVersionObjectManager<TaskOrchestration>.GetObject(string name, string? version) =>
        _shims.CreateOrchestration(name, (ITaskOrchestrator)Activator.CreateInstance(Types[name])!);

    DurableTask.Core.TaskActivity INameVersionObjectManager<DurableTask.Core.TaskActivity>.GetObject(string name, string? version) =>
        _shims.CreateActivity(name, (ITaskActivity)services.GetRequiredService(Types[name]));

    void INameVersionObjectManager<TaskOrchestration>.Add(ObjectCreator<TaskOrchestration> creator) => throw new NotSupportedException();

    void INameVersionObjectManager<DurableTask.Core.TaskActivity>.Add(ObjectCreator<DurableTask.Core.TaskActivity> creator) =>
        throw new NotSupportedException();
}
