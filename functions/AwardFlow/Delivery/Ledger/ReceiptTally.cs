using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>How many letters of a cycle are received. It stands beside the rows that it counts and changes with them.</summary>
internal sealed record ReceiptTally : ITableEntity
{
    internal const string Row = "t!received";

    public required string PartitionKey { get; set; }

    public string RowKey { get; set; } = Row;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public int Received { get; init; }
}
