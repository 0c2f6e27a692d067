using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>What a correction is made of, as it is kept: it is named by its hash, and never changes.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Round">The round whose letters it corrects, from 1.</param>
/// <param name="Request">What a person asked for.</param>
/// <param name="Entries">The entries in the order of their codes, which is that of running numbers.</param>
/// <param name="Earlier">Corrections that went out before, from 1.</param>
internal sealed record CorrectionOrder(
    CycleId Cycle,
    int Round,
    CorrectionRequest Request,
    IReadOnlyList<CorrectionOrder.Chosen> Entries,
    IReadOnlyList<int> Earlier)
{
    /// <summary>The pages of results that the entries are on.</summary>
    public IReadOnlyList<int> Pages() => [.. Entries.Select(entry => entry.Page).Distinct().Order()];

    /// <summary>An entry.</summary>
    /// <param name="EntryCode">Its code.</param>
    /// <param name="Page">The page of results that it is on, from 1.</param>
    /// <param name="Earlier">
    /// Those of the earlier corrections that the entry got, which it is referred to; null in orders of an earlier version: all that it is among.
    /// </param>
    public sealed record Chosen(EntryCode EntryCode, int Page, IReadOnlyList<int>? Earlier = null);
}
