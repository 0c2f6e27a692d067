using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Delivery;

/// <summary>What an approver's warnings follow from.</summary>
public sealed record DeskFacts
{
    /// <summary>The day in Thailand.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The date on the letters.</summary>
    public required DateOnly LetterDate { get; init; }

    /// <summary>Whether there is an emblem.</summary>
    public required bool HasEmblem { get; init; }

    /// <summary>Whether there is a picture of the signature.</summary>
    public required bool HasSignature { get; init; }

    /// <summary>The results, by rank.</summary>
    public required IReadOnlyList<EntryResult> Results { get; init; }

    /// <summary>The letters' rows in the ledger.</summary>
    public required IReadOnlyList<LetterDelivery> Rows { get; init; }

    /// <summary>How many pairs of entry and judge lacked scores at closing.</summary>
    public int MissingCount { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<MissingScores> Missing { get; init; } = [];

    /// <summary>The averages of the round before, by entry; null where there was none.</summary>
    public IReadOnlyDictionary<EntryCode, decimal?>? Before { get; init; }

    /// <summary>People's names by the ids that tell them apart.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
