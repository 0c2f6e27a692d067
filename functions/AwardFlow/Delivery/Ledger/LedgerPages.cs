using AwardFlow.Storage;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>Reads the delivery ledger a page at a time, so that nobody who looks at it loads it whole.</summary>
/// <param name="storage">Where it is kept.</param>
public sealed class LedgerPages(AwardStorage storage)
{
    /// <summary>The most rows of a page; what the table service gives in one answer.</summary>
    public const int MostRows = 1000;

    // No entry code holds '"', the character after '!'.
    private const string End = "d\"";
    private const string EndOfReminders = "r\"";

    /// <summary>One page, by entry code.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="states">Which rows; all where there are none.</param>
    /// <param name="after">The last entry code of the page before; null for the first page.</param>
    /// <param name="limit">How many rows at most, 1 to <see cref="MostRows"/>.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The rows, and whether more follow.</returns>
    public async Task<(IReadOnlyList<LetterDelivery> Rows, bool More)> ReadAsync(
        string cycle, IReadOnlyCollection<DeliveryState> states, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostRows);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {cycle} and RowKey gt {LetterDelivery.Key(after ?? "")} and RowKey lt {End}") + InStates(states);
        var rows = new List<LetterDelivery>();
        // One more than asked for says whether there is a next page.
        await foreach (var row in storage.Deliveries.QueryAsync<LetterDelivery>(filter, Math.Min(limit + 1, MostRows), cancellationToken: cancellationToken))
        {
            if (rows.Count == limit)
            {
                return (rows, true);
            }
            rows.Add(row);
        }
        return (rows, false);
    }

    /// <summary>A cycle's reminders, by entry code, an entry's oldest first.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="states">Which; all where there are none.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<LetterDelivery> RemindersAsync(string cycle, IReadOnlyCollection<DeliveryState> states, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        return storage.Deliveries.QueryAsync<LetterDelivery>(
            TableClient.CreateQueryFilter($"PartitionKey eq {cycle} and RowKey ge {LetterDelivery.ReminderPrefix} and RowKey lt {EndOfReminders}") + InStates(states),
            cancellationToken: cancellationToken);
    }

    private static string InStates(IReadOnlyCollection<DeliveryState> states) => states.Count == 0
        ? ""
        : $" and ({string.Join(" or ", states.Select(state => TableClient.CreateQueryFilter($"State eq {state.ToString()}")))})";
}
