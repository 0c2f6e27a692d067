using System.Globalization;
using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Approvals;

/// <summary>A round of a cycle that was sent back: what it stood on, which stays. Written with the sending back, and never changed.</summary>
public sealed record CycleRound : StoredRecord
{
    internal const string RowPrefix = "round!";

    /// <summary>The round, from 1.</summary>
    [JsonIgnore]
    public int Number => int.Parse(Key.AsSpan(RowPrefix.Length), CultureInfo.InvariantCulture);

    /// <summary>The definition that it stood on.</summary>
    public string DefinitionSha256 { get; init; } = "";

    /// <summary>Its frozen results.</summary>
    public string? ResultsSha256 { get; init; }

    /// <summary>The manifest of its letters.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>How many letters it had.</summary>
    public int Letters { get; init; }

    /// <summary>How many pages its results have.</summary>
    public int Pages { get; init; }

    /// <summary>When its scores were frozen.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who had approved it by then.</summary>
    public IReadOnlyList<CycleApproval> Approvals { get; init; } = [];

    /// <summary>Who sent it back, when and why.</summary>
    public required PersonsWord SentBack { get; init; }

    internal static CycleRound Of(Cycle cycle, PersonsWord sentBack) => new()
    {
        Partition = cycle.Partition,
        Key = string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{cycle.Round:D3}"),
        DefinitionSha256 = cycle.DefinitionSha256,
        ResultsSha256 = cycle.ResultsSha256,
        ManifestSha256 = cycle.ManifestSha256,
        Letters = cycle.Letters,
        Pages = cycle.Pages,
        ClosedAt = cycle.ClosedAt,
        Approvals = cycle.Approvals,
        SentBack = sentBack,
    };
}
