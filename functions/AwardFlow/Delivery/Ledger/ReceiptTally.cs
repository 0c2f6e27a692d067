using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>How many letters of a cycle are received. It stands beside the rows that it counts and changes with them.</summary>
internal sealed record ReceiptTally : StoredRecord
{
    internal const string Row = "t!received";

    public int Received { get; init; }
}
