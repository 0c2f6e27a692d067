using System.Diagnostics;
using AwardFlow.Web.Receipts;
using OpenTelemetry;

namespace AwardFlow.Functions;

/// <summary>Takes recipients' links out of this process's traces before they are exported.</summary>
internal sealed class ReceiptLinkProcessor : BaseProcessor<Activity>
{
    /// <inheritdoc/>
    public override void OnEnd(Activity data) => ReceiptTraces.Hide(data);
}
