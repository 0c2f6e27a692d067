namespace AwardFlow.Delivery;

/// <summary>That a number which is recorded of a letter would be another, or none.</summary>
/// <param name="Row">The letter's row in the list, from 1.</param>
/// <param name="EntryCode">The entry.</param>
/// <param name="Correction">Which correction, from 1; 0 for the letter itself.</param>
/// <param name="From">The number that is recorded.</param>
/// <param name="To">The one that would be; null for none.</param>
public sealed record PostingChange(int Row, string EntryCode, int Correction, string From, string? To);
