using AwardFlow.Storage;

namespace AwardFlow.Notices;

/// <summary>Up to when returned letters of a cycle were told of.</summary>
public sealed record BounceMark : StoredRecord
{
    internal const string Row = "notices-bounces";

    /// <summary>When the ledger was looked at last.</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>The latest change of a letter's state that was told of.</summary>
    public DateTimeOffset ToldUntil { get; init; }

    /// <summary>How many letters had come back, and not been sent again, at the last look.</summary>
    public int Standing { get; init; }

    /// <summary>How many batches were told of.</summary>
    public int Batches { get; init; }
}
