namespace AwardFlow.Receipts;

/// <summary>How far the recipients of a cycle have come with confirming, and what follows.</summary>
/// <param name="Letters">How many letters the cycle has.</param>
/// <param name="Received">How many of them are received.</param>
/// <param name="Reminded">How many recipients were reminded at least once.</param>
/// <param name="NextRemindersAt">When the next reminders go out; null where none is to come.</param>
/// <param name="ToTelephone">How many organisations are to be telephoned.</param>
/// <param name="ClosesAt">When the cycle completes, received or not; null before all letters are sent.</param>
/// <param name="Unrecorded">Of how many letters on paper, corrections too, the recipient has confirmed what nobody has recorded as posted.</param>
public sealed record ReceiptCounts(
    int Letters,
    int Received,
    int Reminded,
    DateTimeOffset? NextRemindersAt,
    int ToTelephone,
    DateTimeOffset? ClosesAt,
    int Unrecorded = 0);
