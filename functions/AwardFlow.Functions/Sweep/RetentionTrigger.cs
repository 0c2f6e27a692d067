using AwardFlow.Records.Retention;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Sweep;

/// <summary>Erases what is due, once an hour, whatever becomes of the sweep.</summary>
/// <param name="retention">Erases.</param>
internal sealed class RetentionTrigger(RetentionRun retention)
{
    /// <summary>Erases what is due.</summary>
    [Function("Retention")]
    public Task RunAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return retention.RunAsync(cancellationToken);
    }
}
