using AwardFlow.Notices;

namespace AwardFlow.Local.Engine;

/// <summary>Tells people of the office what waits for them, every minute. It is no part of the sweep, which a slow mail service must not hold up.</summary>
internal sealed partial class NoticeService(NoticeRun notices, TimeProvider time, ILogger<NoticeService> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await notices.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Nobody could be told of what waits; it is tried again in a minute")]
    private partial void LogFailed(Exception exception);
}
