using AwardFlow.Functions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Sweep;

/// <summary>Runs the sweep on the schedule of the setting <c>ClosingSweep</c>.</summary>
/// <param name="sweep">The sweep.</param>
public sealed class SweepTrigger(ClosingSweep sweep)
{
    /// <summary>Runs the sweep. One that was missed while no host ran is run late.</summary>
    [Function(nameof(ClosingSweep))]
    public Task RunAsync([TimerTrigger("%ClosingSweep%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        DurableEngine.Use(client);
        return sweep.RunAsync(cancellationToken);
    }
}
