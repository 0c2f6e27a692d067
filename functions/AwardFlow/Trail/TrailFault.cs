namespace AwardFlow.Trail;

/// <summary>Something in a trail that does not fit.</summary>
/// <param name="Number">The line's number.</param>
/// <param name="Kind">What does not fit.</param>
/// <param name="Row">The key of the row, where it is a row that the line tells of; else null.</param>
public sealed record TrailFault(int Number, TrailFaultKind Kind, string? Row = null);
