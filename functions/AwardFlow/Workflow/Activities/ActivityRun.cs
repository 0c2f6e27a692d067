using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Typesetting.Pictures;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Workflow;

/// <summary>
/// Runs an activity's work as all activities run: it stops when the host stops, its result is logged, and what it throws
/// is logged whole, while the history is told one line of it.
/// </summary>
/// <param name="lifetime">The host.</param>
/// <param name="logger">Where activities are told.</param>
public sealed partial class ActivityRun(IHostApplicationLifetime lifetime, ILogger<ActivityRun> logger)
{
    /// <summary>Runs an activity's work.</summary>
    /// <exception cref="ActivityFailedException">It failed; perhaps it does not when it is tried again.</exception>
    /// <exception cref="ActivityNeedsPersonException">It failed, and will until a person changes a setting or restores what is damaged.</exception>
    internal async Task<TResult> AsAsync<TResult>(TaskActivityContext context, object input, Func<CancellationToken, Task<TResult>> work)
    {
        LogBegins(context.Name.Name, input);
        try
        {
            var result = await work(lifetime.ApplicationStopping);
            LogDone(context.Name.Name, input, result);
            return result;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw;
        }
        // What is damaged stays so until a person restores it.
        catch (Exception e) when (e is MailSettingsException or PictureException or StorageException { Fault: StorageFault.Damaged or StorageFault.TooNew })
        {
            LogFailed(context.Name.Name, input, e);
            throw new ActivityNeedsPersonException(e.Message);
        }
        catch (Exception e)
        {
            LogFailed(context.Name.Name, input, e);
            throw new ActivityFailedException(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Activity} of {Input} begins")]
    private partial void LogBegins(string activity, object input);

    [LoggerMessage(LogLevel.Information, "{Activity} of {Input}: {Result}")]
    private partial void LogDone(string activity, object input, object? result);

    [LoggerMessage(LogLevel.Warning, "{Activity} of {Input} failed")]
    private partial void LogFailed(string activity, object input, Exception exception);
}
