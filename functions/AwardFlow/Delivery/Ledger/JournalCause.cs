using System.Globalization;

namespace AwardFlow.Delivery;

/// <summary>
/// What brings a line of the journal about. The journal is kept in English and nothing but these goes into it; the pages
/// tell each of them in Thai (<c>causes.js</c>).
/// </summary>
public sealed record JournalCause
{
    private JournalCause(string words) => Words = words;

    /// <summary>The letter is rendered and waits to be mailed.</summary>
    public static JournalCause Rendered { get; } = new("rendered");

    /// <summary>A worker set out to hand the mail over.</summary>
    public static JournalCause Claimed { get; } = new("claimed");

    /// <summary>It set out again, and the mail may have been taken before.</summary>
    public static JournalCause ClaimedAgainUnsure { get; } = new("claimed again: outcome unknown");

    /// <summary>It set out again, and the mail was not taken before.</summary>
    public static JournalCause ClaimedAgainUnseen { get; } = new("claimed again: the mail service has not seen it");

    /// <summary>The mail service took the mail.</summary>
    public static JournalCause Taken { get; } = new("taken by the mail service");

    /// <summary>The mail service says that it took the mail.</summary>
    public static JournalCause Found { get; } = new("found at the mail service");

    /// <summary>The connection broke before the mail service answered.</summary>
    public static JournalCause Unknown { get; } = new("outcome unknown");

    /// <summary>It stays unknown, and a person is to decide.</summary>
    public static JournalCause Held { get; } = new("held: outcome unknown");

    /// <summary>The mail service or the recipient's server refused the mail.</summary>
    public static JournalCause Refused { get; } = new("refused");

    /// <summary>The recipient's server asked to wait too often.</summary>
    public static JournalCause GivenUp { get; } = new("given up");

    /// <summary>The mail service takes no mail now.</summary>
    public static JournalCause ServiceAway { get; } = new("the mail service is away");

    /// <summary>The mail service refuses our credentials.</summary>
    public static JournalCause NotLetIn { get; } = new("the mail service does not let us in");

    /// <summary>The recipient's server takes the mail later.</summary>
    public static JournalCause AskedToWait { get; } = new("the recipient's server asked to wait");

    /// <summary>The letter that a reminder was about came back or was sent again.</summary>
    public static JournalCause Overtaken { get; } = new("overtaken");

    /// <summary>A reminder came back, so no other goes out.</summary>
    public static JournalCause ReminderCameBack { get; } = new("no more reminders: one came back");

    /// <summary>A receipt came before a reminder went out.</summary>
    public static JournalCause ReceiptCame { get; } = new("a receipt came");

    /// <summary>The recipient confirmed the letter.</summary>
    public static JournalCause Received { get; } = new("received");

    /// <summary>The recipient told its receipt by telephone.</summary>
    public static JournalCause ReceivedByTelephone { get; } = new("received by telephone");

    /// <summary>The recipient corrected its receipt.</summary>
    public static JournalCause ReceiptCorrected { get; } = new("receipt corrected");

    /// <summary>A receipt was corrected by telephone.</summary>
    public static JournalCause ReceiptCorrectedByTelephone { get; } = new("receipt corrected by telephone");

    /// <summary>What stands in the journal.</summary>
    public string Words { get; }

    /// <summary>A reminder is due.</summary>
    /// <param name="number">Which, from 1.</param>
    public static JournalCause ReminderDue(int number) => new(string.Create(CultureInfo.InvariantCulture, $"reminder {number} is due"));

    /// <summary>A person corrected where the letter goes.</summary>
    /// <param name="from">The address before.</param>
    public static JournalCause AddressCorrected(string from) => new($"address corrected from {from}");

    /// <summary>A person had the letter sent again.</summary>
    /// <param name="reason">Why.</param>
    public static JournalCause SentAgain(string reason) => new($"sent again: {reason}");

    /// <summary>A person knows that a held mail was sent.</summary>
    /// <param name="reason">How.</param>
    public static JournalCause Settled(string reason) => new($"settled as sent: {reason}");

    /// <summary>SendGrid reported an event.</summary>
    /// <param name="kind">Which: <c>delivered</c>, <c>bounce</c> and so on.</param>
    /// <param name="type">The kind of a bounce; null for none.</param>
    public static JournalCause SendGrid(string kind, string? type = null) => new(type is null ? $"SendGrid: {kind}" : $"SendGrid: {kind} ({type})");

    /// <summary>The same, of a mail that another sending of the letter has replaced.</summary>
    public JournalCause OfAnotherSending() => new($"{Words} (of another sending)");
}
