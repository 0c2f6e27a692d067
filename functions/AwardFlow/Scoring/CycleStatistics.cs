using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>What a chair asks of a cycle's scores. They are marked and counted here, never changed.</summary>
public sealed record CycleStatistics
{
    /// <summary>How many scores that stand out are listed; of the rest only their number is told.</summary>
    public const int MostStandouts = 1000;

    /// <summary>The cycle.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>Whether scores may still change.</summary>
    public required bool Provisional { get; init; }

    /// <summary>SHA-256 of the frozen scores that these statistics are of; null while scores may change.</summary>
    public string? ScoresSha256 { get; init; }

    /// <summary>How far the judges agree.</summary>
    public required Agreement Agreement { get; init; }

    /// <summary>Judge by judge.</summary>
    public required IReadOnlyList<JudgeStatistics> Judges { get; init; }

    /// <summary>Entry by entry, by code.</summary>
    public required IReadOnlyList<EntrySpread> Entries { get; init; }

    /// <summary>How many scores stand out.</summary>
    public required int StandoutCount { get; init; }

    /// <summary>The scores that stand out most, at most <see cref="MostStandouts"/>.</summary>
    public required IReadOnlyList<StandoutScore> Standouts { get; init; }
}
