using AwardFlow.Engine;
using AwardFlow.Storage;
using AwardFlow.Workflow;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AwardFlow.TestKit.Hub;

/// <summary>
/// The product on the real backend of Durable Functions, Azure Storage with its queues, leases and replays, without a
/// Functions host. Several share the work of one task hub.
/// </summary>
internal sealed class HubWorker : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TaskHubWorker _worker;

    private HubWorker(IHost host, TaskHubWorker worker) => (_host, _worker) = (host, worker);

    public IServiceProvider Services => _host.Services;

    /// <summary>Starts a worker.</summary>
    /// <param name="connection">The storage account, for the hub and for the product's own data.</param>
    /// <param name="storage">The product's own data.</param>
    /// <param name="hub">The task hub's name.</param>
    /// <param name="name">The worker's name; no two share one.</param>
    /// <param name="outbox">Where mails are written.</param>
    /// <param name="logging">Takes its log.</param>
    public static async Task<HubWorker> StartAsync(string connection, IStorage storage, string hub, string name, string outbox, Action<ILoggingBuilder> logging)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", outbox)]);
        logging(builder.Logging.AddFilter("DurableTask", LogLevel.Warning));
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connection),
            TaskHubName = hub,
            WorkerId = name,
            PartitionCount = 2,
            // The shortest that blob leases can have: what a dead worker held is free after a quarter of a minute.
            LeaseInterval = TimeSpan.FromSeconds(15),
            LeaseRenewInterval = TimeSpan.FromSeconds(3),
            LeaseAcquireInterval = TimeSpan.FromSeconds(1),
            ControlQueueVisibilityTimeout = TimeSpan.FromSeconds(10),
            WorkItemQueueVisibilityTimeout = TimeSpan.FromSeconds(10),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
            MaxConcurrentTaskActivityWorkItems = 4,
        });
        builder.Services.AddAwardFlow(storage, builder.Configuration)
            .AddSingleton<ICycleEngine>(new HubEngine(new TaskHubClient(service, new HubJson(), loggerFactory: null)));
        var host = builder.Build();
        var loggers = host.Services.GetRequiredService<ILoggerFactory>();
        var tasks = new HubTasks(host.Services, loggers);
        var worker = new TaskHubWorker(service, tasks, tasks, loggers) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        await service.CreateIfNotExistsAsync();
        await host.StartAsync();
        await worker.StartAsync();
        return new HubWorker(host, worker);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _worker.StopAsync(isForced: true);
        _worker.Dispose();
        _host.Dispose();
    }
}
