using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Receipts;

/// <summary>When a letter's reminders are due, and when its recipient is to be telephoned.</summary>
public static class ReminderDues
{
    /// <summary>
    /// When the letter's next reminder is due; null where there is none: it is received, it or a reminder came back, or all
    /// reminders went out.
    /// </summary>
    /// <remarks>
    /// It counts from the last mail, so after a clock that jumps, or a machine that was off for weeks, one reminder goes
    /// out and not all at once. It is rounded up to a full hour: letters that were mailed one after the other are reminded
    /// in one run.
    /// </remarks>
    public static DateTimeOffset? Next(LetterDelivery letter, ReceiptRules rules)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(rules);
        return letter.Reminders < rules.Reminders ? AfterLastMail(letter, rules) : null;
    }

    /// <summary>
    /// Whether a letter's recipient is to be telephoned: no mail reaches it, none moved it to confirm, or its letter went by post and no reminder can.
    /// </summary>
    public static bool IsForTelephone(LetterDelivery letter, ReceiptRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(rules);
        return letter.State is DeliveryState.Bounced or DeliveryState.Dropped || (letter.State == DeliveryState.Held && letter.Attempts > 0)
            || (letter is { State: DeliveryState.Posted, Posting: { } posting } && After(posting.At, rules) <= now)
            || (letter.Reminders >= rules.Reminders && AfterLastMail(letter, rules) <= now);
    }

    /// <summary>When a reminder is due after a mail, if nobody confirms it.</summary>
    /// <param name="last">When the mail went out.</param>
    /// <param name="rules">The cycle's rules.</param>
    public static DateTimeOffset After(DateTimeOffset last, ReceiptRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var due = last.AddDays(rules.RemindAfterDays).ToUniversalTime();
        var hour = new DateTimeOffset(due.Year, due.Month, due.Day, due.Hour, 0, 0, TimeSpan.Zero);
        return hour == due ? due : hour.AddHours(1);
    }

    /// <summary>When the last mail about a letter went to somebody who has not confirmed it; null for others.</summary>
    internal static DateTimeOffset? LastMail(LetterDelivery letter) => PageTally.LastMail(letter);

    private static DateTimeOffset? AfterLastMail(LetterDelivery letter, ReceiptRules rules) => LastMail(letter) is { } last ? After(last, rules) : null;
}
