using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>One line of an entry's journal: how its delivery went from one state to another, when and why. Never changed.</summary>
public sealed record DeliveryTransition : StoredRecord
{
    /// <summary>When it happened: by the mail service's clock for its events, else by ours.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The state before; null for the first line.</summary>
    public DeliveryState? From { get; init; }

    /// <summary>The state after; the same as before where an event changed nothing.</summary>
    public DeliveryState To { get; init; }

    /// <summary>Which round of the cycle's letters it is about, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Which letter of the round it is about, from 1.</summary>
    public int Letter { get; init; } = 1;

    /// <summary>Which sending it is about, from 1.</summary>
    public int Sending { get; init; }

    /// <summary>Which reminder of that sending it is about; 0 for the letter itself.</summary>
    public int Reminder { get; init; }

    /// <summary>The address at that time.</summary>
    public string Address { get; init; } = "";

    /// <summary>What brought it about.</summary>
    public required DeliveryCause Cause { get; init; }

    /// <summary>Who, where it was a person.</summary>
    public string? By { get; init; }

    /// <summary>What the recipient stamped, where it is about a receipt.</summary>
    public RegistrationStamp? Stamp { get; init; }

    /// <summary>The posting, where it is about one.</summary>
    public Posting? Posting { get; init; }

    /// <summary>The stamp as versions before 0.2 wrote it into the journal, in one Thai line.</summary>
    public string? EarlierReceipt { get; init; }

    /// <summary>What the mail service calls the mail or the event.</summary>
    public string? ProviderId { get; init; }

    /// <summary>What the keys of all journals' lines begin with.</summary>
    internal const string AllPrefix = "j!";

    internal static string Prefix(EntryCode entryCode) => $"{AllPrefix}{entryCode}!";

    internal static string KeyOf(LetterDelivery row, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Prefix(row.EntryCode)}{((row.Round, row.Letter) == (1, 1) ? "" : $"l{row.Round:D3}-{row.Letter:D3}-")}{(row.Reminder == 0 ? "" : $"r{row.Sending:D4}-{row.Reminder:D2}-")}{number:D6}");

    // An event of the mail service has its own id there, so a repeat finds its place taken.
    internal static string EventKey(EntryCode entryCode, string eventId) =>
        $"{Prefix(entryCode)}e{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)).AsSpan(0, 16))}";
}
