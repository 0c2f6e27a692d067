using AwardFlow.Delivery;

namespace AwardFlow.Receipts;

/// <summary>An organisation to telephone, since it has not confirmed its letter.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Addressee">The office that the letter is addressed to.</param>
/// <param name="Phone">The telephone number, where the entries had it.</param>
/// <param name="Address">Where the letter was mailed.</param>
/// <param name="State">What became of the letter.</param>
/// <param name="Reminders">How many reminders came due.</param>
/// <param name="LastMailAt">When the last mail went out, or the letter was posted.</param>
/// <param name="Detail">Why the letter is in that state, in English, where that needs saying.</param>
/// <param name="Why">The same as a code with its arguments.</param>
/// <param name="Correction">Which correction of the letter it is about, from 1; null for the letter itself.</param>
public sealed record TelephoneCall(
    string EntryCode, string Organisation, string Addressee, string? Phone, string Address,
    DeliveryState State, int Reminders, DateTimeOffset? LastMailAt, string? Detail, DeliveryCause? Why,
    int? Correction = null);
