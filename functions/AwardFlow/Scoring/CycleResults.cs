using AwardFlow.Cycles;
using AwardFlow.Intake;
namespace AwardFlow.Scoring;

/// <summary>The results of a cycle.</summary>
public sealed record CycleResults
{
    /// <summary>The cycle.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>Whether scores may still change.</summary>
    public required bool Provisional { get; init; }

    /// <summary>SHA-256 of the definition that they stand on; null while scores may change.</summary>
    public string? DefinitionSha256 { get; init; }

    /// <summary>SHA-256 of the scores that were frozen with them, by which their file is named; null while scores may change.</summary>
    public string? ScoresSha256 { get; init; }

    /// <summary>What was withdrawn; null where nothing was.</summary>
    public IReadOnlyList<Withdrawal>? Withdrawals { get; init; }

    /// <summary>Everybody who scored anything, by name.</summary>
    public required IReadOnlyList<JudgeName> Judges { get; init; }

    /// <summary>All entries: by rank, equal ranks by code, those without an average last.</summary>
    public required IReadOnlyList<EntryResult> Entries { get; init; }
}
