namespace AwardFlow.Cycles;

/// <summary>What goes with a letter, by how the entry did.</summary>
/// <param name="Passed">For entries that passed.</param>
/// <param name="NotPassed">For entries that did not.</param>
public sealed record Enclosures(IReadOnlyList<string> Passed, IReadOnlyList<string> NotPassed)
{
    /// <summary>For entries that passed.</summary>
    public IReadOnlyList<string> Passed { get; init; } = Passed ?? []; // Earlier versions stored definitions without it.

    /// <summary>For entries that did not.</summary>
    public IReadOnlyList<string> NotPassed { get; init; } = NotPassed ?? [];
}
