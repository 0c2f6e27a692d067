namespace AwardFlow.Cycles;

/// <summary>That an approver said yes to a manifest.</summary>
/// <param name="At">When.</param>
/// <param name="ById">Who, by the id that tells persons apart.</param>
/// <param name="By">The same by name.</param>
/// <param name="Position">The position in which it was said, where the cycle asks for one.</param>
/// <param name="ManifestSha256">To what: the manifest's SHA-256.</param>
/// <param name="SecondPerson">Whether it is known to be another person than those who had a hand in it; not where nobody signed in.</param>
public sealed record CycleApproval(DateTimeOffset At, string ById, string By, string? Position, string ManifestSha256, bool SecondPerson);
