using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>A text of an entry before and after an upload.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Column">The column of the list of entries.</param>
/// <param name="Before">The text before; null where the entry is new.</param>
/// <param name="After">The text after; null where the entry is gone.</param>
public sealed record EntryChange(EntryCode EntryCode, string Column, string? Before, string? After);
