using System.Net;
using AwardFlow.Storage;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>Keeps what became of every letter. Every change is made against the row that was read.</summary>
/// <param name="storage">Where it is kept.</param>
public sealed class DeliveryLedger(AwardStorage storage)
{
    /// <summary>Enters an entry unless it is there.</summary>
    public async Task EnterAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Deliveries.AddEntityAsync(delivery, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.Conflict)
        {
            // An earlier run of the same step entered it.
        }
    }

    /// <summary>One entry's row, or null.</summary>
    public async Task<LetterDelivery?> FindAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        var row = await storage.Deliveries.GetEntityIfExistsAsync<LetterDelivery>(cycle, entryCode, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>A cycle's rows, by entry code.</summary>
    public IAsyncEnumerable<LetterDelivery> ListAsync(string cycle, CancellationToken cancellationToken) =>
        storage.Deliveries.QueryAsync<LetterDelivery>(row => row.PartitionKey == cycle, cancellationToken: cancellationToken);

    /// <summary>Writes a row if nobody changed it since it was read.</summary>
    /// <returns>The row as it now is, or null where somebody changed it meanwhile; then nothing was written.</returns>
    public async Task<LetterDelivery?> TryReplaceAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        try
        {
            var response = await storage.Deliveries.UpdateEntityAsync(delivery, delivery.ETag, TableUpdateMode.Replace, cancellationToken);
            return delivery with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            return null;
        }
    }
}
