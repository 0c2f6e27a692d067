namespace AwardFlow.Local.Engine;

/// <summary>Does something at the start and then every minute. What fails is told, and done again at the next.</summary>
/// <param name="time">The clock.</param>
internal abstract class MinutelyService(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>What is done.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <summary>Tells that it failed.</summary>
    protected abstract void LogFailed(Exception exception);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
