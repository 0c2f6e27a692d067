using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>That somebody posted an entry's letter.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="PostedAt">When.</param>
/// <param name="TrackingNumber">The item's number as it was written; null or blank where it was not registered.</param>
public sealed record PostedLetter(EntryCode EntryCode, DateTimeOffset PostedAt, string? TrackingNumber)
{
    /// <summary>Which letter of its entry, from 1; those above are corrections.</summary>
    public int Letter { get; init; } = 1;

    /// <summary>Its row in the sheet that names it; 0 where it is of no sheet.</summary>
    public int Row { get; init; }
}
