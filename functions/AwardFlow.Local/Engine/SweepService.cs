using AwardFlow.Workflow;

namespace AwardFlow.Local.Engine;

/// <summary>Runs the sweep at the start, which goes on with every cycle that was cut off, and then every minute.</summary>
internal sealed partial class SweepService(ClosingSweep sweep, TimeProvider time, ILogger<SweepService> logger) : MinutelyService(time)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => sweep.RunAsync(stoppingToken);

    [LoggerMessage(LogLevel.Error, "The sweep failed and is tried again in a minute")]
    protected override partial void LogFailed(Exception exception);
}
