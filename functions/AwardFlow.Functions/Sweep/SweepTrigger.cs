using AwardFlow.Functions.Orchestrations;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Sweep;

/// <summary>Runs the sweep on the schedule of the setting <c>ClosingSweep</c>.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="logger">Says that it ran.</param>
public sealed partial class SweepTrigger(ClosingSweep sweep, ILogger<SweepTrigger> logger)
{
    /// <summary>Runs the sweep. One that was missed while no host ran is run late.</summary>
    [Function(nameof(ClosingSweep))]
    public async Task RunAsync([TimerTrigger("%ClosingSweep%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        DurableEngine.Use(client);
        await sweep.RunAsync(cancellationToken);
        LogDone();
    }

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Information, "The sweep saw to every cycle")]
    private partial void LogDone();
}
