using System.Globalization;

namespace AwardFlow.Delivery;

/// <summary>
/// Why a delivery is in its state, or what brought a line of its journal about: a code with arguments, and apart from them
/// the mail service's own words. Sentences are made where people read (<see cref="CauseWords"/>, <c>causes.js</c>).
/// </summary>
/// <param name="Code">Which.</param>
public sealed record DeliveryCause(string Code)
{
    internal const string NoAverageCode = "noAverage";
    internal const string TooFewJudgesCode = "tooFewJudges";
    internal const string AddressNotApprovedCode = "addressNotApproved";
    internal const string NotApprovedCode = "notApproved";
    internal const string CancelledCode = "cancelled";

    private static readonly IReadOnlyDictionary<string, string> NoArguments = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The letter is rendered and waits to be mailed.</summary>
    public static DeliveryCause Rendered { get; } = new("rendered");

    /// <summary>There is no letter: no judge scored all criteria.</summary>
    public static DeliveryCause NoAverage { get; } = new(NoAverageCode);

    /// <summary>A worker set out to hand the mail over.</summary>
    public static DeliveryCause Claimed { get; } = new("claimed");

    /// <summary>It set out again, and the mail may have been taken before.</summary>
    public static DeliveryCause ClaimedAgainUnsure { get; } = new("claimedAgainUnsure");

    /// <summary>It set out again, and the mail was not taken before.</summary>
    public static DeliveryCause ClaimedAgainUnseen { get; } = new("claimedAgainUnseen");

    /// <summary>The mail service took the mail.</summary>
    public static DeliveryCause Taken { get; } = new("taken");

    /// <summary>The mail service says that it took the mail.</summary>
    public static DeliveryCause Found { get; } = new("found");

    /// <summary>It stays unknown whether the mail was taken, and a person is to decide.</summary>
    public static DeliveryCause HeldUnsure { get; } = new("heldUnsure");

    /// <summary>The letter that a reminder was about came back, was sent again or goes elsewhere.</summary>
    public static DeliveryCause Overtaken { get; } = new("overtaken");

    /// <summary>A receipt came before a reminder went out.</summary>
    public static DeliveryCause ReceiptCame { get; } = new("receiptCame");

    /// <summary>The recipient confirmed the letter.</summary>
    public static DeliveryCause Received { get; } = new("received");

    /// <summary>The recipient told its receipt by telephone.</summary>
    public static DeliveryCause ReceivedByTelephone { get; } = new("receivedByTelephone");

    /// <summary>The recipient corrected its receipt.</summary>
    public static DeliveryCause ReceiptCorrected { get; } = new("receiptCorrected");

    /// <summary>A receipt was corrected by telephone.</summary>
    public static DeliveryCause ReceiptCorrectedByTelephone { get; } = new("receiptCorrectedByTelephone");

    /// <summary>The entry is not among what was approved.</summary>
    public static DeliveryCause NotApproved { get; } = new(NotApprovedCode);

    /// <summary>A second person let the corrected address be used.</summary>
    public static DeliveryCause AddressReleased { get; } = new("addressReleased");

    /// <summary>The letter was posted on paper.</summary>
    public static DeliveryCause Posted { get; } = new("posted");

    /// <summary>When it was posted, or its number, was corrected.</summary>
    public static DeliveryCause PostingCorrected { get; } = new("postingCorrected");

    /// <summary>The letter that a correction refers to never reached the recipient.</summary>
    public static DeliveryCause FirstNotReached { get; } = new("firstNotReached");

    /// <summary>What the code is about, by name.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>The mail service's own words, or a program's; in whatever language.</summary>
    public string? Words { get; init; }

    /// <summary>Whether it is about a mail that another sending of the letter has replaced.</summary>
    public bool OfAnotherSending { get; init; }

    /// <summary>There is no letter: fewer judges scored all criteria than the cycle wants.</summary>
    /// <param name="judges">How many did, above 0.</param>
    public static DeliveryCause TooFewJudges(int judges) => new(TooFewJudgesCode) { Arguments = With("judges", Written(judges)) };

    /// <summary>A document of the letter could not be rendered.</summary>
    /// <param name="document">Its file name.</param>
    /// <param name="words">What went wrong.</param>
    public static DeliveryCause NotRendered(string document, string words) => new("notRendered") { Arguments = With("document", document), Words = words };

    /// <summary>A document of the letter is missing, and what is rendered now is not what was rendered then.</summary>
    /// <param name="document">Its file name.</param>
    public static DeliveryCause DocumentMissing(string document) => new("documentMissing") { Arguments = With("document", document) };

    /// <summary>A document of the letter was altered or damaged, and what is rendered now is not what was rendered then.</summary>
    /// <param name="document">Its file name.</param>
    public static DeliveryCause DocumentAltered(string document) => new("documentAltered") { Arguments = With("document", document) };

    /// <summary>The mail could not be written.</summary>
    /// <param name="words">What went wrong.</param>
    public static DeliveryCause NotWritten(string words) => new("notWritten") { Words = words };

    /// <summary>The connection broke before the mail service answered.</summary>
    /// <param name="words">What happened.</param>
    public static DeliveryCause Unknown(string? words = null) => new("unknown") { Words = words };

    /// <summary>The mail service or the recipient's server refused the mail.</summary>
    /// <param name="words">Its words.</param>
    public static DeliveryCause Refused(string? words) => new("refused") { Words = words };

    /// <summary>The recipient's server asked to wait too often.</summary>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="words">Its words.</param>
    public static DeliveryCause GivenUp(int attempts, string? words) => new("givenUp") { Arguments = With("attempts", Written(attempts)), Words = words };

    /// <summary>The mail service takes no mail now.</summary>
    /// <param name="words">Its words.</param>
    public static DeliveryCause ServiceAway(string? words) => new("serviceAway") { Words = words };

    /// <summary>The mail service refuses our credentials.</summary>
    /// <param name="words">Its words.</param>
    public static DeliveryCause NotLetIn(string? words) => new("notLetIn") { Words = words };

    /// <summary>The recipient's server takes the mail later.</summary>
    /// <param name="words">Its words.</param>
    public static DeliveryCause AskedToWait(string? words) => new("askedToWait") { Words = words };

    /// <summary>A reminder is due.</summary>
    /// <param name="number">Which, from 1.</param>
    public static DeliveryCause ReminderDue(int number) => new("reminderDue") { Arguments = With("number", Written(number)) };

    /// <summary>A reminder came back, so no other goes out.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="words">Why, as the mail service said it.</param>
    public static DeliveryCause ReminderCameBack(int number, string? words) =>
        new("reminderCameBack") { Arguments = With("number", Written(number)), Words = words };

    /// <summary>A person corrected where the letter goes.</summary>
    /// <param name="from">The address before.</param>
    public static DeliveryCause AddressCorrected(string from) => new("addressCorrected") { Arguments = With("from", from) };

    /// <summary>The address is not the one that was approved, and no second person has let it be used.</summary>
    /// <param name="approved">The one that was.</param>
    public static DeliveryCause AddressNotApproved(string approved) => new(AddressNotApprovedCode) { Arguments = With("approved", approved) };

    /// <summary>A person called off what was not sent.</summary>
    /// <param name="reason">Why.</param>
    public static DeliveryCause Cancelled(string? reason) => new(CancelledCode) { Arguments = With("reason", reason ?? "") };

    /// <summary>A person had the mail sent again.</summary>
    /// <param name="reason">Why.</param>
    public static DeliveryCause SentAgain(string reason) => new("sentAgain") { Arguments = With("reason", reason) };

    /// <summary>A person has the letter go by post instead.</summary>
    /// <param name="reason">Why.</param>
    public static DeliveryCause ByPost(string reason) => new("byPost") { Arguments = With("reason", reason) };

    /// <summary>A person knows that the mail was sent.</summary>
    /// <param name="reason">How.</param>
    public static DeliveryCause Settled(string reason) => new("settled") { Arguments = With("reason", reason) };

    /// <summary>A person found that the mail came back to a mailbox.</summary>
    /// <param name="reason">What it said.</param>
    public static DeliveryCause CameBack(string reason) => new("cameBack") { Arguments = With("reason", reason) };

    /// <summary>SendGrid reported an event.</summary>
    /// <param name="kind">Which: <c>delivered</c>, <c>bounce</c> and so on.</param>
    /// <param name="type">The kind of a bounce; null for none.</param>
    /// <param name="words">The reason that it gave.</param>
    public static DeliveryCause SendGrid(string kind, string? type = null, string? words = null) => new("sendGrid")
    {
        Arguments = type is null ? With("event", kind) : new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = kind, ["type"] = type },
        Words = words,
    };

    /// <summary>Something that an earlier version wrote and this one does not know.</summary>
    /// <param name="words">What it wrote.</param>
    public static DeliveryCause Other(string words) => new("other") { Words = words };

    /// <summary>Whether both say the same.</summary>
    public bool Equals(DeliveryCause? other) =>
        other is not null && Code == other.Code && Words == other.Words && OfAnotherSending == other.OfAnotherSending
            && (Arguments ?? NoArguments)
                .OrderBy(argument => argument.Key, StringComparer.Ordinal)
                .SequenceEqual((other.Arguments ?? NoArguments).OrderBy(argument => argument.Key, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Words, OfAnotherSending);

    /// <summary>One of the arguments, or an empty text.</summary>
    public string Argument(string name) => Arguments?.GetValueOrDefault(name) ?? "";

    private static Dictionary<string, string> With(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
