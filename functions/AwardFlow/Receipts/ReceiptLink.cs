using AwardFlow.Cycles;

namespace AwardFlow.Receipts;

/// <summary>What a genuine link is about.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="EntryCode">The entry.</param>
/// <param name="Sending">Which sending of its letter.</param>
/// <param name="AddressTag">Tells the address that it was sent to.</param>
/// <param name="Letter">Which of the entry's letters, from 1; those above are corrections.</param>
public sealed record ReceiptLink(CycleId Cycle, EntryCode EntryCode, int Sending, ulong AddressTag, int Letter);
