namespace AwardFlow.Receipts;

/// <summary>What is to be done next about a cycle whose letters were sent.</summary>
/// <param name="Next">What.</param>
/// <param name="LookAgainAt">When to look again without a signal; null where nothing but what is next is waited for.</param>
/// <param name="RemindToo">For <see cref="FollowUpKind.Send"/>: whether reminders are due as well.</param>
/// <param name="HasProblem">Whether the cycle's row says that it cannot go on.</param>
public sealed record FollowUp(FollowUpKind Next, DateTimeOffset? LookAgainAt = null, bool RemindToo = false, bool HasProblem = false);
