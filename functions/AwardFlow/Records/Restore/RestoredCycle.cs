using AwardFlow.Cycles;

namespace AwardFlow.Records.Restore;

/// <summary>What came of restoring a cycle.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Blobs">How many files.</param>
/// <param name="IsPaused">Whether it was not over, and now waits until a person lets it go on.</param>
internal sealed record RestoredCycle(CycleId Cycle, int Rows, int Blobs, bool IsPaused)
{
    /// <summary>Why it was left out; null where it is restored.</summary>
    public string? Problem { get; init; }
}
