using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>A document that is not as it was rendered, or what names it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Round">The round of its letter, from 1.</param>
/// <param name="Correction">Which correction it is of, from 1; null for the round's own letters.</param>
/// <param name="EntryCode">The entry; null where what is wrong is no entry's.</param>
/// <param name="Document">The document's file name; null where what is wrong is none.</param>
public sealed record DocumentFault(DocumentFaultKind Kind, int Round, int? Correction = null, EntryCode? EntryCode = null, string? Document = null);
