using AwardFlow.Records.Retention;

namespace AwardFlow.Local.Engine;

/// <summary>Erases what is due. It looks every minute whether an hour is over.</summary>
internal sealed partial class RetentionService(RetentionRun retention, TimeProvider time, ILogger<RetentionService> logger) : MinutelyService(time)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => retention.RunAsync(stoppingToken);

    [LoggerMessage(LogLevel.Error, "What is due could not be erased and is tried again in an hour")]
    protected override partial void LogFailed(Exception exception);
}
