using AwardFlow.Records.Archive;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Sweep;

/// <summary>Exports the rows of cycles that changed every hour, at twenty past.</summary>
/// <param name="exports">Writes them.</param>
internal sealed class ExportTrigger(RowExports exports)
{
    /// <summary>Runs the export. One that was missed while no host ran is run late.</summary>
    [Function("ExportRows")]
    public Task RunAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return exports.RunAsync(cancellationToken);
    }
}
