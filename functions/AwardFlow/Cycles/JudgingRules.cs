namespace AwardFlow.Cycles;

/// <summary>How judges score on their pages.</summary>
public sealed record JudgingRules
{
    /// <summary>The finest step of a score, above 0 and at most 100; each criterion's maximum is a multiple of it. Null where any score will do.</summary>
    public decimal? Step { get; init; }

    /// <summary>Whether each judge is shown the entries in an order of his or her own, always the same one.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Whether judges are not shown whose entries they score.</summary>
    public bool Blind { get; init; }
}
