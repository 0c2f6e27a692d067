using System.Globalization;
using System.Text.Json.Serialization;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// How far the letters of one page of results, or of one page of a correction, are. It stands beside the rows that it counts and changes with them, in the
/// same commit, so what is done is read here and nowhere else.
/// </summary>
public sealed record PageTally : StoredRecord
{
    // "t!" of the round's own letters, as it was before there were corrections, "t002!" of its second letters.
    private const string Prefix = "t";

    /// <summary>The page, from 1.</summary>
    [JsonIgnore]
    public int Page => int.Parse(Key.Split('!')[2], CultureInfo.InvariantCulture);

    /// <summary>Whether all entries of the page are in the ledger, each with its letter rendered or held.</summary>
    public bool IsEntered { get; init; }

    /// <summary>How many entries are in the ledger.</summary>
    public int Entries { get; init; }

    /// <summary>How many of them have a letter.</summary>
    public int Letters { get; init; }

    /// <summary>Of how many nothing is left to mail: mailed, refused, held or for the post.</summary>
    public int Settled { get; init; }

    /// <summary>How many letters a mail service took, whatever became of them then.</summary>
    public int Mailed { get; init; }

    /// <summary>How many letters wait to be posted on paper.</summary>
    public int ToPost { get; init; }

    /// <summary>How many letters were posted on paper, whatever became of them then.</summary>
    public int Posted { get; init; }

    /// <summary>How many are held for a person.</summary>
    public int Held { get; init; }

    /// <summary>How many letters are received.</summary>
    public int Received { get; init; }

    /// <summary>How many reminders are not settled.</summary>
    public int OpenReminders { get; init; }

    /// <summary>
    /// When the earliest of the last mails went out to those who have not confirmed; null where none did. It may be earlier
    /// than it is in truth, never later: reminding the page sets it right.
    /// </summary>
    public DateTimeOffset? RemindFrom { get; init; }

    /// <summary>The number of the trail's line that has the hashes of the page's journals, when it was mailed for the first time; 0 before.</summary>
    public int TrailLine { get; init; }

    /// <summary>Whether nothing is left to mail.</summary>
    [JsonIgnore]
    public bool IsMailed => IsEntered && Settled >= Entries;

    internal static string KeyOf(int round, int letter, int page) => string.Create(CultureInfo.InvariantCulture, $"{RoundPrefix(round, letter)}{page:D6}");

    // The "!" comes before any key of a later page.
    internal static RowRange PagesRange(int round, int letter, int first, int last) =>
        RowRange.Of(KeyOf(round, letter, first), $"{KeyOf(round, letter, last)}!");

    internal static string RoundPrefix(int round, int letter) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{(letter == 1 ? "" : letter.ToString("D3", CultureInfo.InvariantCulture))}!{round:D3}!");

    internal static bool IsKey(string key) =>
        key.Length > 1 && key.StartsWith(Prefix, StringComparison.Ordinal) && (key[1] == '!' || char.IsAsciiDigit(key[1]));

    /// <summary>The tally after a row was entered, or went from one state to another.</summary>
    /// <param name="before">The row before; null for a new one.</param>
    /// <param name="after">The row after.</param>
    internal PageTally After(LetterDelivery? before, LetterDelivery after)
    {
        if (after.Reminder > 0)
        {
            return this with { OpenReminders = OpenReminders + One(!after.IsSettled) - One(before?.IsSettled == false) };
        }
        var lastMail = LastMail(after);
        return this with
        {
            Entries = Entries + One(before is null),
            Letters = Letters + One(after.HasLetter) - One(before?.HasLetter == true),
            Settled = Settled + One(after.IsSettled) - One(before?.IsSettled == true),
            Mailed = Mailed + One(after.WasTaken) - One(before?.WasTaken == true),
            ToPost = ToPost + One(after.State == DeliveryState.ToPost) - One(before?.State == DeliveryState.ToPost),
            Posted = Posted + One(after.WasPosted) - One(before?.WasPosted == true),
            Held = Held + One(after.NeedsDecision) - One(before?.NeedsDecision == true),
            Received = Received + One(after.State == DeliveryState.Received) - One(before?.State == DeliveryState.Received),
            RemindFrom = RemindFrom is null || lastMail < RemindFrom ? lastMail ?? RemindFrom : RemindFrom,
        };
    }

    /// <summary>When the last mail about a letter went to somebody who has not confirmed it; null for others.</summary>
    internal static DateTimeOffset? LastMail(LetterDelivery letter) =>
        letter.State is DeliveryState.Accepted or DeliveryState.Deferred or DeliveryState.Delivered ? letter.RemindedAt ?? letter.AcceptedAt : null;

    private static int One(bool counts) => counts ? 1 : 0;
}
