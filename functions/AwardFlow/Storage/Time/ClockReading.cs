namespace AwardFlow.Storage;

/// <summary>What the clock says, and whether it is believed.</summary>
/// <param name="Wall">What the clock says.</param>
/// <param name="Reckoned">The time that AwardFlow goes by; another one only where the clock was set while it ran.</param>
/// <param name="Doubt">Why the clock is not believed; null where it is.</param>
/// <param name="SeenAt">When AwardFlow last ran with a clock that it believed, before this run; null where it never did.</param>
public sealed record ClockReading(DateTimeOffset Wall, DateTimeOffset Reckoned, ClockDoubt? Doubt, DateTimeOffset? SeenAt);
