namespace AwardFlow.Delivery;

/// <summary>That a mail service took a mail.</summary>
/// <param name="ProviderId">What the service calls the mail.</param>
/// <param name="AcceptedAt">When it took it.</param>
public sealed record MailReceipt(string ProviderId, DateTimeOffset AcceptedAt);
