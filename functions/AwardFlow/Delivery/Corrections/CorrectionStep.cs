namespace AwardFlow.Delivery;

/// <summary>How far a correction came.</summary>
/// <param name="IsOver">Whether nothing is left to do.</param>
/// <param name="LookAgainAt">When to go on; null where a person is waited for.</param>
public sealed record CorrectionStep(bool IsOver, DateTimeOffset? LookAgainAt = null);
