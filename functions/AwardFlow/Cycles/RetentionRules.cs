namespace AwardFlow.Cycles;

/// <summary>
/// How much sooner than the installation says a cycle's personal data is erased, in days: 0 to 36500; null where the installation's rule holds.
/// </summary>
public sealed record RetentionRules
{
    /// <summary>Files that were refused, from when they were.</summary>
    public int? RefusedUploadsDays { get; init; }

    /// <summary>Names of who registered letters, from when the cycle is over.</summary>
    public int? ReceiptNamesDays { get; init; }

    /// <summary>Telephone numbers of entries, from when the cycle is over.</summary>
    public int? TelephonesDays { get; init; }

    /// <summary>Scores by judge, with the sheets that they came in, from when the cycle is over.</summary>
    public int? ScoresByJudgeDays { get; init; }
}
