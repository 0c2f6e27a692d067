using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// The ledger's row of one mail: where it goes and what became of it. An entry has a row for each letter of each round, and
/// one for each reminder. What is kept is split by concern; the members below the parts name what is most asked for.
/// </summary>
public sealed record LetterDelivery : StoredRecord
{
    /// <summary>What the keys of letters begin with. Entry codes never hold '!', so no code's rows fall into another's range.</summary>
    internal const string LetterPrefix = "d!";

    /// <summary>What the keys of reminders begin with.</summary>
    internal const string ReminderPrefix = "r!";

    // Longer than Mail__Timeout may be. A claim that lasts longer is of a clock that was ahead, and nobody's.
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(15);

    /// <summary>The page of results that the entry is on, from 1.</summary>
    public int Page { get; init; }

    /// <summary>The central correspondence e-mail that the letter goes to; empty where it goes by post.</summary>
    public string Address { get; init; } = "";

    /// <summary>What became of the mail.</summary>
    public MailStatus Status { get; init; } = new();

    /// <summary>Who hands the mail over, and since when.</summary>
    public MailClaim Claim { get; init; } = new();

    /// <summary>In a letter's row: the reminders of this sending.</summary>
    public ReminderCount Reminded { get; init; } = new();

    /// <summary>What the recipient's desk stamped; null while there is no receipt.</summary>
    public RegistrationStamp? Stamp { get; init; }

    /// <summary>When this sending was posted on paper, and under which number; null where it was not.</summary>
    public Posting? Posting { get; init; }

    /// <summary>How often a receipt was written or corrected, over all sendings.</summary>
    public int ReceiptRevision { get; init; }

    /// <summary>SHA-256 of each document of the letter when it was rendered, in lower-case hex, by file name; empty for letters of earlier versions.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The id of the person who corrected the address last; null where it is as it was uploaded.</summary>
    public string? AddressById { get; init; }

    /// <summary>The address as it was uploaded, where it was corrected since; else null.</summary>
    public string? AddressUploaded { get; init; }

    /// <summary>Who let a corrected address be used after the letters were approved; null where nobody did.</summary>
    public AddressRelease? Release { get; init; }

    /// <summary>How many transitions of ours the journal holds.</summary>
    public int Transitions { get; init; }

    /// <summary>The cycle.</summary>
    [JsonIgnore]
    public CycleId Cycle => CycleId.Unchecked(Partition);

    /// <summary>The entry's code.</summary>
    [JsonIgnore]
    public EntryCode EntryCode => EntryCode.Unchecked(Key.Split('!')[1]);

    /// <summary>Which time the cycle's letters were rendered, from 1: a cycle that is sent back has another round.</summary>
    [JsonIgnore]
    public int Round => Part(2);

    /// <summary>Which letter of its round, from 1: a corrected letter is another one.</summary>
    [JsonIgnore]
    public int Letter => Part(3);

    /// <summary>Which reminder of its sending this row's mail is, from 1; 0 for the letter itself.</summary>
    [JsonIgnore]
    public int Reminder => Key.StartsWith(ReminderPrefix, StringComparison.Ordinal) ? Part(5) : 0;

    /// <inheritdoc cref="MailStatus.State"/>
    [JsonIgnore]
    public DeliveryState State { get => Status.State; init => Status = Status with { State = value }; }

    /// <inheritdoc cref="MailStatus.At"/>
    [JsonIgnore]
    public DateTimeOffset StateAt { get => Status.At; init => Status = Status with { At = value }; }

    /// <inheritdoc cref="MailStatus.Why"/>
    [JsonIgnore]
    public DeliveryCause? Why { get => Status.Why; init => Status = Status with { Why = value }; }

    /// <inheritdoc cref="MailStatus.Sending"/>
    [JsonIgnore]
    public int Sending { get => Status.Sending; init => Status = Status with { Sending = value }; }

    /// <inheritdoc cref="MailStatus.AcceptedAt"/>
    [JsonIgnore]
    public DateTimeOffset? AcceptedAt { get => Status.AcceptedAt; init => Status = Status with { AcceptedAt = value }; }

    /// <inheritdoc cref="MailStatus.ProviderId"/>
    [JsonIgnore]
    public string? ProviderId { get => Status.ProviderId; init => Status = Status with { ProviderId = value }; }

    /// <inheritdoc cref="MailStatus.MailedTo"/>
    [JsonIgnore]
    public string? MailedTo { get => Status.MailedTo; init => Status = Status with { MailedTo = value }; }

    /// <inheritdoc cref="MailStatus.PossibleDuplicate"/>
    [JsonIgnore]
    public bool PossibleDuplicate { get => Status.PossibleDuplicate; init => Status = Status with { PossibleDuplicate = value }; }

    /// <inheritdoc cref="MailClaim.Attempts"/>
    [JsonIgnore]
    public int Attempts { get => Claim.Attempts; init => Claim = Claim with { Attempts = value }; }

    /// <inheritdoc cref="MailClaim.FirstAt"/>
    [JsonIgnore]
    public DateTimeOffset? ClaimedAt { get => Claim.FirstAt; init => Claim = Claim with { FirstAt = value }; }

    /// <inheritdoc cref="MailClaim.LastAt"/>
    [JsonIgnore]
    public DateTimeOffset? LastClaimedAt { get => Claim.LastAt; init => Claim = Claim with { LastAt = value }; }

    /// <inheritdoc cref="MailClaim.By"/>
    [JsonIgnore]
    public string? ClaimedBy { get => Claim.By; init => Claim = Claim with { By = value }; }

    /// <inheritdoc cref="MailClaim.Until"/>
    [JsonIgnore]
    public DateTimeOffset? ClaimedUntil { get => Claim.Until; init => Claim = Claim with { Until = value }; }

    /// <inheritdoc cref="MailClaim.NotBefore"/>
    [JsonIgnore]
    public DateTimeOffset? NotBefore { get => Claim.NotBefore; init => Claim = Claim with { NotBefore = value }; }

    /// <inheritdoc cref="ReminderCount.Count"/>
    [JsonIgnore]
    public int Reminders { get => Reminded.Count; init => Reminded = Reminded with { Count = value }; }

    /// <inheritdoc cref="ReminderCount.LastAt"/>
    [JsonIgnore]
    public DateTimeOffset? RemindedAt { get => Reminded.LastAt; init => Reminded = Reminded with { LastAt = value }; }

    /// <summary>
    /// Names this delivery to mail services and in the mail's Message-ID. It follows from cycle, entry, round, letter, sending
    /// and reminder, so a second attempt after a crash has the same one and duplicates can be told.
    /// </summary>
    [JsonIgnore]
    public string Id => IdOf(Reminder);

    /// <summary>The id of the letter's own delivery, where this is a reminder of it.</summary>
    [JsonIgnore]
    public string LetterId => IdOf(reminder: 0);

    /// <summary>Whether nothing is left for a worker to do in this sending.</summary>
    [JsonIgnore]
    public bool IsSettled => State is not (DeliveryState.Pending or DeliveryState.Claimed);

    /// <summary>Whether the mail service took this sending's mail, whatever became of it then.</summary>
    [JsonIgnore]
    public bool WasTaken => IsSettled && AcceptedAt is not null;

    /// <summary>Whether this sending came to its recipient, as far as anybody knows: it did not come back, and is not held or waiting.</summary>
    [JsonIgnore]
    public bool HasReached =>
        State is DeliveryState.Accepted or DeliveryState.Deferred or DeliveryState.Delivered or DeliveryState.Received or DeliveryState.Posted;

    /// <summary>When this sending left: by mail when a worker first set out, by post when it was posted; null while it has not.</summary>
    [JsonIgnore]
    public DateTimeOffset? LeftAt => ClaimedAt ?? Posting?.At;

    /// <summary>
    /// Whether it is a letter on paper: it waits for the post or was posted, or was received without any mail having set out, as
    /// whoever has the address sheet has the letter, whether somebody wrote down by then that it was posted or not.
    /// </summary>
    [JsonIgnore]
    public bool IsOnPaper => State is DeliveryState.ToPost or DeliveryState.Posted || Posting is not null
        || this is { State: DeliveryState.Received, ClaimedAt: null, AcceptedAt: null };

    /// <summary>Whether it went by post, written down or not: one that its recipient has is no longer here.</summary>
    [JsonIgnore]
    public bool WasPosted => IsOnPaper && State != DeliveryState.ToPost;

    /// <summary>Whether there is a letter at all: an entry without an average has none.</summary>
    [JsonIgnore]
    public bool HasLetter => Why?.Code is not (DeliveryCause.NoAverageCode or DeliveryCause.TooFewJudgesCode);

    /// <summary>Whether it is held and a person can do something about it.</summary>
    [JsonIgnore]
    public bool NeedsDecision => State == DeliveryState.Held && HasLetter;

    /// <summary>Whether a worker may be handing the mail over at this very moment.</summary>
    /// <param name="now">The time.</param>
    public bool IsBeingHandedOver(DateTimeOffset now) => State == DeliveryState.Claimed && ClaimedUntil > now && ClaimedUntil <= now + LongestLease;

    /// <summary>The row as it waits to be sent: by mail, or where it has no address by post.</summary>
    /// <param name="now">The time.</param>
    internal LetterDelivery WaitingToGo(DateTimeOffset now) => this with
    {
        State = Address.Length == 0 ? DeliveryState.ToPost : DeliveryState.Pending,
        StateAt = now,
        Why = null,
        NotBefore = null,
    };

    /// <summary>The row of a letter.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="letter">Which letter of the round, from 1.</param>
    public static LetterDelivery Of(CycleId cycle, EntryCode entryCode, int round = 1, int letter = 1) => new()
    {
        Partition = cycle.Text,
        Key = string.Create(CultureInfo.InvariantCulture, $"{LettersOf(entryCode)}{round:D3}!{letter:D3}"),
    };

    /// <summary>The row of a reminder of this letter's present sending.</summary>
    /// <param name="number">Which, from 1.</param>
    internal LetterDelivery NewReminder(int number) => new()
    {
        Partition = Partition,
        Key = string.Create(CultureInfo.InvariantCulture, $"{RemindersOf(EntryCode)}{Round:D3}!{Letter:D3}!{Sending:D4}!{number:D2}"),
        Page = Page,
        Address = Address,
        Sending = Sending,
    };

    /// <summary>What the keys of an entry's letters begin with.</summary>
    internal static string LettersOf(EntryCode entryCode) => $"{LetterPrefix}{entryCode}!";

    /// <summary>What the keys of an entry's reminders begin with.</summary>
    internal static string RemindersOf(EntryCode entryCode) => $"{ReminderPrefix}{entryCode}!";

    private int Part(int index) => int.Parse(Key.Split('!')[index], CultureInfo.InvariantCulture);

    private string IdOf(int reminder)
    {
        var later = (Round, Letter) == (1, 1) ? "" : string.Create(CultureInfo.InvariantCulture, $"\nround {Round}\nletter {Letter}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Partition}\n{EntryCode}\n{Sending}{(reminder == 0 ? "" : $"\nreminder {reminder}")}{later}"))).AsSpan(0, 16));
    }
}
