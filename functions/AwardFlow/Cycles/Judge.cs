namespace AwardFlow.Cycles;

/// <summary>One who scores.</summary>
/// <param name="Name">The judge's name, as score sheets have it.</param>
public sealed record Judge(JudgeName Name)
{
    /// <summary>
    /// Names that the judge had in this cycle before, the newest last: what was scored and typed under them, and the judge's
    /// link, are this judge's. Null where the judge had none.
    /// </summary>
    public IReadOnlyList<JudgeName>? Formerly { get; init; }

    /// <summary>The judge's present name, and then the former ones.</summary>
    internal IEnumerable<JudgeName> Names => (Formerly ?? []).Prepend(Name);

    /// <summary>The judge's own e-mail address; null where none is known.</summary>
    public string? Email { get; init; }

    /// <summary>
    /// The codes of the entries that the judge may not score, for a conflict of interest. What the judge scores of them nevertheless is left out.
    /// </summary>
    public IReadOnlyList<EntryCode> MayNotScore { get; init; } = [];
}
