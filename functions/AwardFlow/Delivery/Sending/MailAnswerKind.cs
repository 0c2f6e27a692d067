namespace AwardFlow.Delivery;

/// <summary>How a mail service answers when it is asked for a mail.</summary>
public enum MailAnswerKind
{
    /// <summary>It took the mail.</summary>
    Taken,

    /// <summary>It has not seen the mail so far; its memory may lag behind.</summary>
    NotSeenYet,

    /// <summary>It has not seen the mail, and is certain of it.</summary>
    NeverTaken,

    /// <summary>It cannot say.</summary>
    CannotSay,
}
