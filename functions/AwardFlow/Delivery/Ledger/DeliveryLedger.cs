using System.Net;
using AwardFlow.Intake;
using AwardFlow.Storage;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>
/// Keeps what became of every letter. Each change of a row is made against the row that was read, and is written to the
/// row's journal in the same transaction.
/// </summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryLedger(AwardStorage storage, TimeProvider time)
{
    /// <summary>Enters an entry unless it is there.</summary>
    public async Task EnterAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var entered = delivery with { StateAt = time.GetUtcNow() };
        await TrySubmitAsync(
            new TableTransactionAction(TableTransactionActionType.Add, entered), Line(null, entered, "rendered", by: null, number: 0), cancellationToken);
    }

    /// <summary>One entry's row, or null.</summary>
    public async Task<LetterDelivery?> FindAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        if (!EntryCode.IsValid(entryCode))
        {
            return null;
        }
        var row = await storage.Deliveries.GetEntityIfExistsAsync<LetterDelivery>(cycle, LetterDelivery.Key(entryCode), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>A cycle's rows, by entry code.</summary>
    public IAsyncEnumerable<LetterDelivery> ListAsync(string cycle, CancellationToken cancellationToken) =>
        RangeAsync<LetterDelivery>(cycle, "d!", "d\"", cancellationToken);

    /// <summary>The rows of entries that stand next to each other in the order of their codes.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="first">The first entry's code.</param>
    /// <param name="last">The last entry's code.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> ListAsync(string cycle, string first, string last, CancellationToken cancellationToken) =>
        RangeAsync<LetterDelivery>(cycle, LetterDelivery.Key(first), LetterDelivery.Key(last) + "!", cancellationToken);

    /// <summary>An entry's journal, in the order in which things happened.</summary>
    public async Task<IReadOnlyList<DeliveryTransition>> JournalAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        var lines = new List<DeliveryTransition>();
        await foreach (var line in RangeAsync<DeliveryTransition>(cycle, DeliveryTransition.Prefix(entryCode), $"j!{entryCode}\"", cancellationToken))
        {
            lines.Add(line);
        }
        return [.. lines.OrderBy(line => line.At).ThenBy(line => line.RowKey, StringComparer.Ordinal)];
    }

    /// <summary>Changes a row if nobody changed it since it was read.</summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="after">The row as it is to be.</param>
    /// <param name="cause">What brings it about, for the journal.</param>
    /// <param name="by">Who, where it is a person.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is, or null where somebody changed it meanwhile; then nothing was written.</returns>
    public async Task<LetterDelivery?> TryMoveAsync(LetterDelivery before, LetterDelivery after, string cause, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var number = before.Transitions + 1;
        var moved = after with { Transitions = number };
        return await TrySubmitAsync(Replace(before, moved), Line(before, moved, cause, by, number), cancellationToken) is { } tag ? moved with { ETag = tag } : null;
    }

    /// <summary>Writes an event of the mail service to the journal, and to the row what follows from it. A repeated event changes nothing.</summary>
    public async Task ApplyAsync(ProviderEvent mailEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailEvent);
        while (await FindAsync(mailEvent.Cycle, mailEvent.EntryCode, cancellationToken) is { } before)
        {
            var key = DeliveryTransition.EventKey(before.EntryCode, mailEvent.EventId);
            if ((await storage.Deliveries.GetEntityIfExistsAsync<DeliveryTransition>(before.Cycle, key, cancellationToken: cancellationToken)).HasValue)
            {
                return;
            }
            var after = mailEvent.ApplyTo(before);
            var line = Line(before, after, mailEvent.DeliveryId == before.Id ? mailEvent.Cause : $"{mailEvent.Cause} (of another sending)", by: null, number: 0) with { RowKey = key, At = mailEvent.At, ProviderId = mailEvent.ProviderId };
            if (await TrySubmitAsync(Replace(before, after), line, cancellationToken) is not null)
            {
                return;
            }
        }
    }

    private static TableTransactionAction Replace(LetterDelivery before, LetterDelivery after) =>
        new(TableTransactionActionType.UpdateReplace, after, before.ETag);

    private DeliveryTransition Line(LetterDelivery? before, LetterDelivery after, string cause, string? by, int number) => new()
    {
        PartitionKey = after.Cycle,
        RowKey = DeliveryTransition.Key(after.EntryCode, number),
        At = time.GetUtcNow(),
        From = before?.State.ToString(),
        To = after.State.ToString(),
        Sending = after.Sending,
        Address = after.Address,
        Cause = cause,
        By = by,
        ProviderId = after.ProviderId,
    };

    private async Task<ETag?> TrySubmitAsync(TableTransactionAction row, DeliveryTransition line, CancellationToken cancellationToken)
    {
        try
        {
            var responses = await storage.Deliveries.SubmitTransactionAsync(
                [row, new TableTransactionAction(TableTransactionActionType.Add, line)], cancellationToken);
            return responses.Value[0].Headers.ETag;
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    private IAsyncEnumerable<T> RangeAsync<T>(string cycle, string from, string before, CancellationToken cancellationToken)
        where T : class, ITableEntity =>
        storage.Deliveries.QueryAsync<T>(
            TableClient.CreateQueryFilter($"PartitionKey eq {cycle} and RowKey ge {from} and RowKey lt {before}"), cancellationToken: cancellationToken);
}
