namespace AwardFlow.Records.Retention;

/// <summary>What is kept of a person, without saying it.</summary>
/// <param name="Cycle">In which cycle; null where it is the installation's.</param>
/// <param name="Kind">What it is in: a code of <see cref="FindingKind"/>.</param>
/// <param name="Count">In how many places.</param>
/// <param name="IsKept">Whether it must be kept: <see cref="FindingKind"/> says why.</param>
public sealed record PersonFinding(string? Cycle, string Kind, int Count, bool IsKept);
