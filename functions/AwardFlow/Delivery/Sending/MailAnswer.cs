namespace AwardFlow.Delivery;

/// <summary>What a mail service answers when it is asked for a mail.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Receipt">Its receipt, where it took the mail.</param>
public sealed record MailAnswer(MailAnswerKind Kind, MailReceipt? Receipt = null)
{
    /// <summary>The service cannot say.</summary>
    public static MailAnswer CannotSay { get; } = new(MailAnswerKind.CannotSay);

    /// <summary>The service has not seen the mail, and is certain of it.</summary>
    public static MailAnswer NeverTaken { get; } = new(MailAnswerKind.NeverTaken);

    /// <summary>The service has not seen the mail so far; its memory may lag behind.</summary>
    public static MailAnswer NotSeenYet { get; } = new(MailAnswerKind.NotSeenYet);

    /// <summary>The service took the mail.</summary>
    public static MailAnswer Taken(MailReceipt receipt) => new(MailAnswerKind.Taken, receipt);
}
