using AwardFlow.Functions.Orchestrations;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Sweep;

/// <summary>Runs the sweep on the schedule of the setting <c>ClosingSweep</c>.</summary>
/// <param name="services">Make the sweep.</param>
/// <param name="client">Where the client for it is put.</param>
/// <param name="logger">Says that it ran.</param>
internal sealed partial class SweepTrigger(IServiceProvider services, FunctionClient client, ILogger<SweepTrigger> logger)
{
    /// <summary>Runs the sweep. One that was missed while no host ran is run late.</summary>
    [Function(nameof(ClosingSweep))]
    public async Task RunAsync([TimerTrigger("%ClosingSweep%")] TimerInfo timer, [DurableClient] DurableTaskClient bound, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        client.Client = bound;
        await services.GetRequiredService<ClosingSweep>().RunAsync(cancellationToken);
        LogDone();
    }

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Information, "The sweep saw to every cycle")]
    private partial void LogDone();
}
