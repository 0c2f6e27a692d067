namespace AwardFlow.Delivery;

/// <summary>That a letter was posted on paper.</summary>
/// <param name="At">When: the day of the post office's stamp, or the moment.</param>
/// <param name="TrackingNumber">The item's number where it was registered, in capitals (<see cref="Delivery.TrackingNumber"/>); null where it was not.</param>
/// <param name="By">Who recorded it.</param>
public sealed record Posting(DateTimeOffset At, string? TrackingNumber, string By);
