namespace AwardFlow.Cycles;

/// <summary>What goes with a letter, by how the entry did.</summary>
/// <param name="Passed">For entries that passed.</param>
/// <param name="NotPassed">For entries that did not.</param>
public sealed record Enclosures(IReadOnlyList<string> Passed, IReadOnlyList<string> NotPassed);
