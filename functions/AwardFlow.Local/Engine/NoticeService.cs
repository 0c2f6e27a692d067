using AwardFlow.Notices;

namespace AwardFlow.Local.Engine;

/// <summary>Tells people of the office what waits for them, every minute. It is no part of the sweep, which a slow mail service must not hold up.</summary>
internal sealed partial class NoticeService(NoticeRun notices, TimeProvider time, ILogger<NoticeService> logger) : MinutelyService(time)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => notices.RunAsync(stoppingToken);

    [LoggerMessage(LogLevel.Error, "Nobody could be told of what waits; it is tried again in a minute")]
    protected override partial void LogFailed(Exception exception);
}
