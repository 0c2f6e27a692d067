using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// Reads the ledger as versions before 0.2 kept it: rows in one piece, English sentences for causes, and no tallies. The
/// sentences are taken apart here, once, and nowhere else.
/// </summary>
internal sealed partial class EarlierLedger : IEarlierLedger
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Key, JsonObject Record)> Translate(string cycle, IAsyncEnumerable<(string Key, JsonObject Record)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var tallies = new SortedDictionary<int, PageTally>();
        await foreach (var (key, record) in rows)
        {
            StoredRecord? today = key[..2] switch
            {
                LetterDelivery.LetterPrefix or LetterDelivery.ReminderPrefix => Row(cycle, key, record),
                "j!" => Line(key, record),
                _ => null, // What it counted, the tallies count.
            };
            if (today is LetterDelivery row)
            {
                tallies[row.Page] = (tallies.GetValueOrDefault(row.Page) ?? LedgerTallies.Empty(CycleId.Unchecked(cycle), row.Round, row.Letter, row.Page))
                    .After(null, row);
            }
            if (today is not null)
            {
                yield return (today.Key, Json(today));
            }
        }
        foreach (var tally in tallies.Values)
        {
            yield return (tally.Key, Json(tally));
        }
    }

    private static LetterDelivery Row(string cycle, string key, JsonObject old)
    {
        var parts = key.Split('!');
        var letter = LetterDelivery.Of(CycleId.Unchecked(cycle), EntryCode.Unchecked(parts[1])) with
        {
            Sending = Number(old, "sending") is var sending and > 0 ? sending : 1,
        };
        var row = parts[0] == "d" ? letter : letter.NewReminder(int.Parse(parts[3], CultureInfo.InvariantCulture));
        return row with
        {
            Page = Number(old, "page"),
            Address = Text(old, "address") ?? "",
            Status = row.Status with
            {
                State = State(old, "state") ?? DeliveryState.Pending,
                At = Time(old, "stateAt") ?? default,
                Why = Text(old, "detail") is { } detail ? WhyOf(detail) : null,
                AcceptedAt = Time(old, "acceptedAt"),
                ProviderId = Text(old, "providerId"),
                PossibleDuplicate = old["possibleDuplicate"]?.GetValue<bool>() ?? false,
            },
            Claim = new MailClaim
            {
                Attempts = Number(old, "attempts"),
                FirstAt = Time(old, "claimedAt"),
                LastAt = Time(old, "lastClaimedAt"),
                By = Text(old, "claimedBy"),
                Until = Time(old, "claimedUntil"),
                NotBefore = Time(old, "notBefore"),
            },
            Reminded = new ReminderCount { Count = Number(old, "reminders"), LastAt = Time(old, "remindedAt") },
            Stamp = Text(old, "registerNumber") is { } number && Time(old, "registeredAt") is { } at
                ? new RegistrationStamp
                {
                    Number = number,
                    At = at,
                    Division = Text(old, "division"),
                    Name = Text(old, "registeredBy"),
                    TelephonedTo = Text(old, "telephonedTo"),
                }
                : null,
            ReceiptRevision = Number(old, "receiptRevision"),
            Transitions = Number(old, "transitions"),
        };
    }

    private static DeliveryTransition Line(string key, JsonObject old) => new()
    {
        Key = key,
        At = Time(old, "at") ?? default,
        From = State(old, "from"),
        To = State(old, "to") ?? DeliveryState.Pending,
        Sending = Number(old, "sending"),
        Reminder = Number(old, "reminder"),
        Address = Text(old, "address") ?? "",
        Cause = CauseOf(Text(old, "cause") ?? ""),
        By = Text(old, "by"),
        EarlierReceipt = Text(old, "receipt"),
        ProviderId = Text(old, "providerId"),
    };

    internal static DeliveryCause CauseOf(string text)
    {
        const string Another = " (of another sending)";
        if (text.EndsWith(Another, StringComparison.Ordinal))
        {
            return CauseOf(text[..^Another.Length]) with { OfAnotherSending = true };
        }
        return text switch
        {
            "rendered" => DeliveryCause.Rendered,
            "claimed" => DeliveryCause.Claimed,
            "claimed again: outcome unknown" => DeliveryCause.ClaimedAgainUnsure,
            "claimed again: the mail service has not seen it" => DeliveryCause.ClaimedAgainUnseen,
            "taken by the mail service" => DeliveryCause.Taken,
            "found at the mail service" => DeliveryCause.Found,
            "outcome unknown" => DeliveryCause.Unknown(),
            "held: outcome unknown" => DeliveryCause.HeldUnsure,
            "refused" => DeliveryCause.Refused(null),
            "given up" => DeliveryCause.GivenUp(12, null),
            "the mail service is away" => DeliveryCause.ServiceAway(null),
            "the mail service does not let us in" => DeliveryCause.NotLetIn(null),
            "the recipient's server asked to wait" => DeliveryCause.AskedToWait(null),
            "overtaken" => DeliveryCause.Overtaken,
            "no more reminders: one came back" => DeliveryCause.ReminderCameBack(0, null),
            "a receipt came" => DeliveryCause.ReceiptCame,
            "received" => DeliveryCause.Received,
            "received by telephone" => DeliveryCause.ReceivedByTelephone,
            "receipt corrected" => DeliveryCause.ReceiptCorrected,
            "receipt corrected by telephone" => DeliveryCause.ReceiptCorrectedByTelephone,
            _ when Due().Match(text) is { Success: true } due => DeliveryCause.ReminderDue(NumberIn(due)),
            _ when Behind(text, "address corrected from ") is { } from => DeliveryCause.AddressCorrected(from),
            _ when Behind(text, "sent again: ") is { } reason => DeliveryCause.SentAgain(reason),
            _ when Behind(text, "settled as sent: ") is { } reason => DeliveryCause.Settled(reason),
            _ when SendGrid().Match(text) is { Success: true } reported =>
                DeliveryCause.SendGrid(reported.Groups["event"].Value, reported.Groups["type"].Success ? reported.Groups["type"].Value : null),
            _ => DeliveryCause.Other(text),
        };
    }

    internal static DeliveryCause WhyOf(string detail) => detail switch
    {
        _ when detail.StartsWith("Nobody can say whether the mail service took this mail.", StringComparison.Ordinal) => DeliveryCause.HeldUnsure,
        _ when detail.StartsWith("The letter that it was about came back", StringComparison.Ordinal) => DeliveryCause.Overtaken,
        _ when detail.StartsWith("No judge scored all criteria", StringComparison.Ordinal) => DeliveryCause.NoAverage,
        _ when Judges().Match(detail) is { Success: true } few => DeliveryCause.TooFewJudges(NumberIn(few)),
        _ when GivenUp().Match(detail) is { Success: true } given => DeliveryCause.GivenUp(NumberIn(given), given.Groups["words"].Value),
        _ when CameBack().Match(detail) is { Success: true } back => DeliveryCause.ReminderCameBack(NumberIn(back), back.Groups["words"].Value),
        _ => DeliveryCause.Other(detail),
    };

    private static int NumberIn(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static string? Behind(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    private static string? Text(JsonObject old, string name) => old[name]?.ToString();

    private static int Number(JsonObject old, string name) => old[name] is { } value ? int.Parse(value.ToString(), CultureInfo.InvariantCulture) : 0;

    private static DateTimeOffset? Time(JsonObject old, string name) =>
        Text(old, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static DeliveryState? State(JsonObject old, string name) =>
        Enum.TryParse<DeliveryState>(Text(old, name), ignoreCase: true, out var state) ? state : null;

    private static JsonObject Json(StoredRecord record) => (JsonObject)JsonSerializer.SerializeToNode(record, record.GetType(), AwardJson.Own)!;

    [GeneratedRegex(@"^reminder (?<number>\d{1,4}) is due$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Due();

    [GeneratedRegex(@"^SendGrid: (?<event>\w+)( \((?<type>.*)\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SendGrid();

    [GeneratedRegex(@"^Only (?<number>\d{1,4}) scored all criteria", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Judges();

    [GeneratedRegex(
        @"^Given up after (?<number>\d{1,4}) attempts\. ?(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000)]
    private static partial Regex GivenUp();

    [GeneratedRegex(
        @"^Reminder (?<number>\d{1,4}) came back\. ?(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000)]
    private static partial Regex CameBack();
}
