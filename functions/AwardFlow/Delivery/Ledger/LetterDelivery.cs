using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// The ledger's row of one mail: where it goes and what became of it. An entry has a row for its letter, and one for each
/// reminder.
/// </summary>
public sealed record LetterDelivery : StoredRecord
{
    // Entry codes never hold '!', so no code's rows fall into another's range.
    internal const string RowPrefix = "d!";
    internal const string ReminderPrefix = "r!";

    /// <summary>The cycle.</summary>
    [JsonIgnore]
    public CycleId Cycle => CycleId.Unchecked(Partition);

    /// <summary>The entry's code.</summary>
    [JsonIgnore]
    public EntryCode EntryCode => EntryCode.Unchecked(Key.Split('!')[1]);

    /// <summary>The page of results that the entry is on, from 1.</summary>
    public int Page { get; init; }

    /// <summary>The central correspondence e-mail that the letter goes to.</summary>
    public string Address { get; init; } = "";

    /// <summary>What became of the letter.</summary>
    public DeliveryState State { get; init; }

    /// <summary>Since when: by the mail service's clock where it said so, else by ours.</summary>
    public DateTimeOffset StateAt { get; init; }

    /// <summary>Why it is in this state, where that needs saying.</summary>
    public string? Detail { get; init; }

    /// <summary>How often a person had the letter sent, from 1. Each sending is a delivery of its own.</summary>
    public int Sending { get; init; } = 1;

    /// <summary>How often a worker set out to hand over the mail of this sending, and found the mail service there.</summary>
    public int Attempts { get; init; }

    /// <summary>When a worker first set out in this sending; the mail's own date.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When a worker last set out.</summary>
    public DateTimeOffset? LastClaimedAt { get; init; }

    /// <summary>Names the last claim: the machine, and a number of its own.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Until when its worker may still be at it; null once it is known that nobody is.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Before when no worker sets out again, because the recipient's server asked to wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the mail service took the mail.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What the mail service calls the mail.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Whether the mail may have been taken twice.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>Which reminder of its sending this row's mail is, from 1; 0 for the letter itself.</summary>
    public int Reminder { get; init; }

    /// <summary>In a letter's row: how many reminders of this sending came due.</summary>
    public int Reminders { get; init; }

    /// <summary>In a letter's row: when the last of them came due.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The register number (เลขรับ) that the recipient gave the letter; null while there is no receipt.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>When the recipient registered it, by the recipient's stamp.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>The division that it went to.</summary>
    public string? Division { get; init; }

    /// <summary>Who registered it, where the recipient says so.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>Who of the organiser's wrote the receipt down, where it came by telephone.</summary>
    public string? TelephonedTo { get; init; }

    /// <summary>How often a receipt was written or corrected.</summary>
    public int ReceiptRevision { get; init; }

    /// <summary>How many transitions of ours the journal holds.</summary>
    public int Transitions { get; init; }

    /// <summary>
    /// Names this delivery to mail services and in the mail's Message-ID. It follows from cycle, entry, sending and
    /// reminder, so a second attempt after a crash has the same one and duplicates can be told.
    /// </summary>
    [JsonIgnore]
    public string Id => IdOf(Reminder);

    /// <summary>The id of the letter's own delivery, where this is a reminder of it.</summary>
    [JsonIgnore]
    public string LetterId => IdOf(reminder: 0);

    /// <summary>What the recipient stamped, or null.</summary>
    [JsonIgnore]
    public Receipt? Receipt => RegisterNumber is null || RegisteredAt is null ? null : new Receipt(RegisterNumber, RegisteredAt.Value, Division, RegisteredBy);

    /// <summary>Whether nothing is left for a worker to do in this sending.</summary>
    [JsonIgnore]
    public bool IsSettled => State is not (DeliveryState.Pending or DeliveryState.Claimed);

    /// <summary>Whether the mail service took this sending's mail, whatever became of it then.</summary>
    [JsonIgnore]
    public bool WasTaken => IsSettled && AcceptedAt is not null;

    /// <summary>The key of an entry's row.</summary>
    public static string KeyOf(string entryCode) => RowPrefix + entryCode;

    /// <summary>The key of a reminder's row.</summary>
    public static string ReminderKey(string entryCode, int sending, int reminder) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReminderPrefix}{entryCode}!{sending:D4}!{reminder:D2}");

    private string IdOf(int reminder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Partition}\n{EntryCode}\n{Sending}{(reminder == 0 ? "" : $"\nreminder {reminder}")}"))).AsSpan(0, 16));
}
