namespace AwardFlow.Delivery;

/// <summary>The reminders of a letter's present sending.</summary>
public sealed record ReminderCount
{
    /// <summary>How many came due.</summary>
    public int Count { get; init; }

    /// <summary>When the last of them did.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
