namespace AwardFlow.Delivery;

/// <summary>How far a page of letters was mailed.</summary>
/// <param name="Mailed">How many of its mails a mail service took.</param>
/// <param name="LookAgainAt">When to go on; null when every letter is settled.</param>
/// <param name="InTrouble">Whether the mail service took nothing at all when it was last tried.</param>
/// <param name="OutOfTurn">Whether the pace leaves no mail for now, on this page or another.</param>
public sealed record PageSent(int Mailed, DateTimeOffset? LookAgainAt = null, bool InTrouble = false, bool OutOfTurn = false);
