using AwardFlow.Workflow;

namespace AwardFlow.Local.Engine;

/// <summary>Runs the sweep at the start, which goes on with every cycle that was cut off, and then every minute.</summary>
internal sealed partial class SweepService(ClosingSweep sweep, TimeProvider time, ILogger<SweepService> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The sweep failed and is tried again in a minute")]
    private partial void LogFailed(Exception exception);
}
