namespace AwardFlow.Receipts;

/// <summary>What is to be done next about a cycle whose letters were sent.</summary>
/// <param name="Next">What.</param>
/// <param name="LookAgainAt">For <see cref="FollowUpKind.Wait"/>: when to look again without a signal.</param>
public sealed record FollowUp(FollowUpKind Next, DateTimeOffset? LookAgainAt = null);
