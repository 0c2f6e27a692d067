namespace AwardFlow.Cycles;

/// <summary>One who scores.</summary>
/// <param name="Name">The judge's name, as score sheets have it.</param>
public sealed record Judge(JudgeName Name)
{
    /// <summary>The judge's own e-mail address; null where none is known.</summary>
    public string? Email { get; init; }

    /// <summary>The codes of the entries that the judge may not score, for a conflict of interest. What the judge scores of them nevertheless is left out.</summary>
    public IReadOnlyList<EntryCode> MayNotScore { get; init; } = [];
}
