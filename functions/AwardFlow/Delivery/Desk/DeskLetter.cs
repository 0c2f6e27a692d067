using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>A letter that an approver is asked to look at.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Average">Its average; null where it has none, and so no letter.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reasons">Why this one: codes of <see cref="DeskWarnings"/>, or <c>highest</c>, <c>justPassed</c>, <c>justBelow</c> and <c>lowest</c>.</param>
public sealed record DeskLetter(EntryCode EntryCode, string Organisation, decimal? Average, bool? Passed, IReadOnlyList<string> Reasons);
