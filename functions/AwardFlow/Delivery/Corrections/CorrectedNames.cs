using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>How an entry is named in its correction, where the first letter named it wrongly. What is null stays.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Project">The work (ผลงาน).</param>
/// <param name="Organisation">The organisation (หน่วยงาน).</param>
/// <param name="Addressee">The office that the letter is addressed to (เรียน).</param>
/// <param name="Province">The province.</param>
public sealed record CorrectedNames(
    EntryCode EntryCode,
    string? Project = null,
    string? Organisation = null,
    string? Addressee = null,
    string? Province = null);
