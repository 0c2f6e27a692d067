namespace AwardFlow.Cycles;

/// <summary>That a person did something to a cycle, and why.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, by name.</param>
/// <param name="Reason">Why.</param>
public sealed record PersonsWord(DateTimeOffset At, string By, string? Reason);
