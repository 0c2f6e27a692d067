namespace AwardFlow.Delivery;

/// <summary>Causes in English, as the API, its csv files and its workbooks have told them since the first version. The pages tell them themselves.</summary>
public static class CauseWords
{
    /// <summary>A cause as the journal tells it.</summary>
    public static string InJournal(DeliveryCause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.OfAnotherSending ? $"{Line(cause)} (of another sending)" : Line(cause);
    }

    /// <summary>Why a delivery is in its state; null where nothing needs saying.</summary>
    public static string? InRow(DeliveryCause? cause) => cause?.Code switch
    {
        null => null,
        "noAverage" => "No judge scored all criteria of this entry, so there is no average and no letter.",
        "tooFewJudges" =>
            $"Only {cause.Argument("judges")} scored all criteria of this entry, fewer judges than the cycle wants, so there is no average and no letter.",
        "notRendered" => $"{cause.Argument("document")} could not be rendered: {cause.Words} Mend what it says, then have the letter sent again.",
        "documentMissing" =>
            $"{cause.Argument("document")} is missing, and could not be rendered again as it was. Put it back from a backup, then have the letter sent again.",
        "documentAltered" =>
            $"{cause.Argument("document")} was altered, and could not be rendered again as it was. Put it back from a backup, then have the letter sent again.",
        "notWritten" => $"The mail could not be written: {cause.Words} Correct the address or the wording, then have the letter sent again.",
        "notApproved" => "The entry is not among what was approved, so nothing is sent to it.",
        "addressNotApproved" =>
            $"The address is not the one that was approved ({cause.Argument("approved")}). An approver other than whoever corrected it lets it be used.",
        "firstNotReached" =>
            "The letter that it corrects came back or is held, so its recipient never had it. Send that one first, or have this one sent again as it is.",
        "cancelled" => $"Called off before it was sent: {cause.Argument("reason")}",
        "heldUnsure" => "Nobody can say whether the mail service took this mail. Decide: it was sent, or send it again.",
        "givenUp" => $"Given up after {cause.Argument("attempts")} attempts. {cause.Words}",
        "reminderCameBack" => $"Reminder {cause.Argument("number")} came back. {cause.Words}",
        "overtaken" => "The letter that it was about came back, was sent again, or goes to another address.",
        "cameBack" => $"It came back: {cause.Argument("reason")}",
        _ => cause.Words,
    };

    private static string Line(DeliveryCause cause) => cause.Code switch
    {
        "noAverage" or "tooFewJudges" => "held: no average",
        "notRendered" => $"held: {cause.Argument("document")} could not be rendered",
        "documentMissing" => $"held: {cause.Argument("document")} is missing",
        "documentAltered" => $"held: {cause.Argument("document")} was altered",
        "notWritten" => "held: the mail could not be written",
        "notApproved" => "held: not among what was approved",
        "addressNotApproved" => "held: the address is not the one that was approved",
        "addressReleased" => "the corrected address may be used",
        "firstNotReached" => "held: the letter that it corrects did not reach the recipient",
        "cancelled" => $"called off: {cause.Argument("reason")}",
        "claimedAgainUnsure" => "claimed again: outcome unknown",
        "claimedAgainUnseen" => "claimed again: the mail service has not seen it",
        "taken" => "taken by the mail service",
        "found" => "found at the mail service",
        "unknown" => "outcome unknown",
        "heldUnsure" => "held: outcome unknown",
        "givenUp" => "given up",
        "serviceAway" => "the mail service is away",
        "notLetIn" => "the mail service does not let us in",
        "askedToWait" => "the recipient's server asked to wait",
        "reminderCameBack" => "no more reminders: one came back",
        "receiptCame" => "a receipt came",
        "receivedByTelephone" => "received by telephone",
        "receiptCorrected" => "receipt corrected",
        "receiptCorrectedByTelephone" => "receipt corrected by telephone",
        "reminderDue" => $"reminder {cause.Argument("number")} is due",
        "addressCorrected" when cause.Argument("from").Length == 0 => "an address given; it went by post before",
        "addressCorrected" => $"address corrected from {cause.Argument("from")}",
        "sentAgain" => $"sent again: {cause.Argument("reason")}",
        "byPost" => $"to go by post: {cause.Argument("reason")}",
        "postingCorrected" => "posting corrected",
        "settled" => $"settled as sent: {cause.Argument("reason")}",
        "cameBack" => $"came back: {cause.Argument("reason")}",
        "sendGrid" when cause.Argument("type").Length > 0 => $"SendGrid: {cause.Argument("event")} ({cause.Argument("type")})",
        "sendGrid" => $"SendGrid: {cause.Argument("event")}",
        "other" => cause.Words ?? "",
        var code => code, // rendered, claimed, refused, overtaken, received, posted
    };
}
