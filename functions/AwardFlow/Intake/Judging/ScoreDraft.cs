using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// What a judge has typed of one entry so far. It counts for nothing until it is submitted. A row for each judge and entry, so
/// that nobody waits for another.
/// </summary>
public sealed record ScoreDraft : StoredRecord
{
    internal const string RowPrefix = "judging!";

    /// <summary>The entry.</summary>
    public EntryCode EntryCode { get; init; } = EntryCode.Unchecked("");

    /// <summary>Scores by criterion, as <see cref="TypedScores"/> writes them.</summary>
    public IReadOnlyDictionary<string, string> Scores { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Suggestions by criterion.</summary>
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The suggestion for the whole; may be empty.</summary>
    public string Comment { get; init; } = "";

    /// <summary>How often it was saved, or sent back.</summary>
    public int Revision { get; init; }

    /// <summary>When it was saved last; null where nothing was typed.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>How many uploads the cycle had when it was saved last: those that follow came after it. Null where an earlier version stored it.</summary>
    public int? AtUploads { get; init; }

    /// <summary>What the judge's device calls itself.</summary>
    public string? Device { get; init; }

    /// <summary>Who typed it from paper; null where the judge did.</summary>
    public string? TypedBy { get; init; }

    /// <summary>Names the words under which it was typed (<see cref="JudgingContext.TermsOf"/>); null where an earlier version stored it.</summary>
    public string? Terms { get; init; }

    /// <summary>What the judge was asked when the entry was sent back last; null where it never was.</summary>
    public JudgeQuestion? Question { get; init; }

    /// <summary>Whether anything stands in it.</summary>
    internal bool IsTyped => SavedAt is not null && (Scores.Count > 0 || Comments.Count > 0 || Comment.Length > 0);

    /// <summary>Whether what stands in it was typed from paper.</summary>
    internal bool IsFromPaper => IsTyped && TypedBy is not null;

    /// <summary>Whether it was saved before an upload came.</summary>
    internal bool IsBefore(Upload upload) => AtUploads is { } uploads ? uploads < upload.Number : SavedAt <= upload.At;

    /// <summary>Whether a submission of the judge has it: it was saved before, and not left out.</summary>
    internal bool IsIn(Upload submission) => SavedAt is not null && IsBefore(submission) && !submission.LeavesOut(EntryCode);

    /// <summary>A draft of which nothing was stored.</summary>
    internal static ScoreDraft Of(JudgeSeat seat, EntryCode entry) =>
        new() { Partition = seat.Partition, Key = $"{RowPrefix}{seat.Tag}!{entry.Key}", EntryCode = entry };

    /// <summary>The rows of one judge.</summary>
    internal static RowRange RowsOf(JudgeSeat seat) => RowRange.Prefix($"{RowPrefix}{seat.Tag}!");

    /// <summary>Names the judge whose row it is, as <see cref="JudgeSeat.Tag"/> does.</summary>
    internal string JudgeTag => Key[RowPrefix.Length..Key.IndexOf('!', RowPrefix.Length)];
}
