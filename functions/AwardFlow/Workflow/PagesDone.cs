namespace AwardFlow.Workflow;

/// <summary>How far some pages were mailed.</summary>
/// <param name="LookAgainAt">When to go on; null where nothing is left.</param>
/// <param name="InTrouble">Whether the mail service took nothing at all when it was last tried.</param>
/// <param name="OutOfTurn">Whether the pace leaves no mail for now.</param>
public sealed record PagesDone(DateTimeOffset? LookAgainAt = null, bool InTrouble = false, bool OutOfTurn = false)
{
    /// <summary>Whether other pages would get no further now than these did.</summary>
    internal bool HoldsOthersUp => InTrouble || OutOfTurn;

    /// <summary>Several of them together: the earliest time counts.</summary>
    public static PagesDone Of(IEnumerable<PagesDone> parts) => parts.Aggregate(
        new PagesDone(),
        (all, part) => new PagesDone(Earlier(all.LookAgainAt, part.LookAgainAt), all.InTrouble || part.InTrouble, all.OutOfTurn || part.OutOfTurn));

    /// <summary>The earlier of two times, of which none may be there.</summary>
    internal static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
