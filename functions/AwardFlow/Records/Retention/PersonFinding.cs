namespace AwardFlow.Records.Retention;

/// <summary>What is kept of a person, without saying it.</summary>
/// <param name="Cycle">In which cycle; null where it is the installation's.</param>
/// <param name="Kind">What it is in: a code of <see cref="FindingKind"/>.</param>
/// <param name="Count">In how many places.</param>
/// <param name="KeptFor">Why it is kept: a code of <see cref="Retention.KeptFor"/>; null where it is erased.</param>
public sealed record PersonFinding(string? Cycle, string Kind, int Count, string? KeptFor)
{
    /// <summary>Whether it is kept when the rest is erased.</summary>
    public bool IsKept => KeptFor is not null;

    /// <summary>When it is erased by itself; null where that is not so, or not known yet.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
