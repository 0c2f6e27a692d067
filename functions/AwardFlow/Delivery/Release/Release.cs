namespace AwardFlow.Delivery;

/// <summary>Whether a cycle's letters may go.</summary>
/// <param name="Released">Whether they may.</param>
/// <param name="LookAgainAt">Where they may not: when to look again without a signal; null where only a person can help.</param>
public sealed record Release(bool Released, DateTimeOffset? LookAgainAt = null);
