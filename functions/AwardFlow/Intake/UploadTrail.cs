using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>What a cycle's trail says of its uploads, undos and withdrawals.</summary>
internal static class UploadTrail
{
    /// <summary>The line of an upload.</summary>
    /// <param name="upload">The upload as it stands in the history.</param>
    /// <param name="before">The cycle's row before.</param>
    /// <param name="after">The cycle's row after.</param>
    /// <param name="by">Who did it.</param>
    public static TrailEntry Entry(Upload upload, Cycle before, Cycle after, Actor by) => new(KindOf(upload.Kind), by, upload.At)
    {
        Subject = upload.EntryCode?.Text,
        Reason = upload.Reason,
        Before = TrailValues.Of(("uploads", before.Uploads), ("entries", before.Entries), ("scoreSheets", before.ScoreSheets)),
        After = TrailValues.Of(
            ("uploads", after.Uploads), ("entries", after.Entries), ("scoreSheets", after.ScoreSheets), ("undoes", upload.Undoes),
            ("replaces", upload.Replaces), ("rows", upload.Kind is UploadKind.Withdrawal or UploadKind.Restoration ? null : upload.Rows),
            ("fileName", upload.FileName), ("file", NullIfEmpty(upload.SourceBlob)),
            ("understoodAs", NullIfEmpty(upload.RowsBlob)), ("judge", upload.Judge), ("source", upload.Source)),
        Rows = TrailValues.HashesOf(RowChange.Add(upload)),
    };

    private static string KindOf(UploadKind kind) => kind switch
    {
        UploadKind.Entries => TrailKind.EntriesUploaded,
        UploadKind.Scores => TrailKind.ScoresUploaded,
        UploadKind.Undo => TrailKind.UploadUndone,
        UploadKind.Withdrawal => TrailKind.Withdrawn,
        UploadKind.Restoration => TrailKind.Restored,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The trail knows no such upload."),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
