using System.Globalization;
using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>How a correction of letters stands: a row of its own in its cycle's partition. Its wording stands beside it and never changes.</summary>
public sealed record Correction : StoredRecord
{
    /// <summary>The most corrections of a cycle: a letter's number has three digits.</summary>
    public const int Most = 900;

    internal const string RowPrefix = "correction!";

    /// <summary>Which correction of its cycle, from 1.</summary>
    [JsonIgnore]
    public int Number => int.Parse(Key.AsSpan(RowPrefix.Length), CultureInfo.InvariantCulture);

    /// <summary>The cycle.</summary>
    [JsonIgnore]
    public CycleId Cycle => CycleId.Unchecked(Partition);

    /// <summary>Which letter of an entry it is in the ledger: the first letter is 1.</summary>
    [JsonIgnore]
    public int Letter => LetterOf(Number);

    /// <summary>How far it is.</summary>
    public CorrectionState State { get; init; }

    /// <summary>SHA-256 of what was asked for, in lower-case hex.</summary>
    public string OrderSha256 { get; init; } = "";

    /// <summary>The register number as it was written, perhaps with <c>{number}</c>.</summary>
    public string LetterNumber { get; init; } = "";

    /// <summary>What <c>{number}</c> is in its first letter; null where all have one number.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>The letters' date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>How many entries get it.</summary>
    public int Entries { get; init; }

    /// <summary>The pages of results that they are on, from 1, in order.</summary>
    public IReadOnlyList<int> Pages { get; init; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it, by the id that tells persons apart.</summary>
    public string MadeById { get; init; } = "";

    /// <summary>The same by name.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>Whether it waits for an approver; known once it is rendered.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>SHA-256 of the manifest of what awaits approval, or was approved; null before all is rendered.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>What each approver so far said yes to, in order.</summary>
    public IReadOnlyList<CycleApproval> Approvals { get; init; } = [];

    /// <summary>When the last approver said yes.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Until when that can be taken back, before the first mail; null where it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>When it was sent back, by whom and why; null where it was not.</summary>
    public PersonsWord? SentBack { get; init; }

    /// <summary>When it was called off, by whom and why; null where it was not. Letters that had gone by then have gone.</summary>
    public PersonsWord? Cancelled { get; init; }

    /// <summary>When its last letter was first handed to the mail service.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the time for its receipts ended, or the last one came.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether its letters went out, or do.</summary>
    [JsonIgnore]
    public bool IsReleased => State is CorrectionState.Sending or CorrectionState.Sent or CorrectionState.Completed;

    /// <summary>Whether receipts of its letters are taken, however its cycle stands.</summary>
    [JsonIgnore]
    public bool TakesReceipts => State is CorrectionState.Sending or CorrectionState.Sent;

    /// <summary>Whether nothing is left to send, unless a person has a letter of it sent again.</summary>
    [JsonIgnore]
    public bool IsOver => State is CorrectionState.Sent or CorrectionState.Completed or CorrectionState.SentBack or CorrectionState.Cancelled;

    /// <summary>Whether something is left to do that waits for no person.</summary>
    [JsonIgnore]
    public bool IsUnderWay =>
        State is CorrectionState.Rendering or CorrectionState.Sending || (State == CorrectionState.AwaitingApproval && ApprovedAt is not null);

    /// <summary>Which correction a letter of the ledger is, from 1.</summary>
    /// <param name="letter">Which letter of its entry, from 2.</param>
    public static int NumberOf(int letter) => letter - 1;

    /// <summary>Which letter of an entry a correction is.</summary>
    /// <param name="number">Which correction, from 1.</param>
    public static int LetterOf(int number) => number + 1;

    internal static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D4}");
}
