using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>Whether the documents of a cycle are as they were rendered: those of each round, and of each correction.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Rounds">How many rounds were looked at.</param>
/// <param name="Documents">How many documents were held against their hashes.</param>
/// <param name="Faults">What is wrong; at most <see cref="DocumentCheck.MostFaults"/>.</param>
public sealed record DocumentReport(CycleId Cycle, int Rounds, int Documents, IReadOnlyList<DocumentFault> Faults)
{
    /// <summary>Whether all are.</summary>
    public bool IsWhole => Faults.Count == 0;
}
