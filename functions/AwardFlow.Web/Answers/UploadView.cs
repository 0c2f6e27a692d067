using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Web.Answers;

/// <summary>One entry of a cycle's history, for callers.</summary>
/// <param name="Number">Its number in the cycle, from 1.</param>
/// <param name="Kind">What it brought.</param>
/// <param name="FileName">The file's name, where the sender gave one.</param>
/// <param name="Rows">How many entries or scores it brought, or took back.</param>
/// <param name="Judges">The judges whose scores it brought.</param>
/// <param name="By">Who sent it.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Sha256">SHA-256 of the file as it was sent; missing where it is an undo.</param>
/// <param name="Undoes">Where it is an undo: the upload that counts no more.</param>
/// <param name="UndoneBy">The undo after which it counts no more.</param>
/// <param name="EntryCode">Where something is withdrawn or put back: the entry.</param>
/// <param name="Judge">Where it is one judge's scores: the judge.</param>
/// <param name="Reason">Why it is withdrawn or put back.</param>
/// <param name="Source">
/// Whence entries or scores came: a sheet, the judge's page, typed from paper, or not
/// submitted and counted at closing; of the rest, whether the judge's page is behind it.
/// </param>
/// <param name="Replaces">Where a judge submitted anew: the judge's submission that does not count while this one does.</param>
/// <param name="ReplacedBy">The judge's later submission that took its place.</param>
public sealed record UploadView(
    int Number, UploadKind Kind, string? FileName, int Rows, IReadOnlyList<JudgeName> Judges,
    string By, DateTimeOffset At, string? Sha256, int? Undoes, int? UndoneBy,
    EntryCode? EntryCode, JudgeName? Judge, string? Reason, UploadSource? Source = null, int? Replaces = null, int? ReplacedBy = null)
{
    /// <summary>An upload beside the history that it is of.</summary>
    public static UploadView Of(Upload upload, IReadOnlyList<Upload> history) => Of(upload, history, UploadEnds.Of(history));

    /// <summary>The same beside what ended which upload of the history.</summary>
    internal static UploadView Of(Upload upload, IReadOnlyList<Upload> history, IReadOnlyDictionary<int, int> ends)
    {
        ArgumentNullException.ThrowIfNull(upload);
        Upload? end = ends.TryGetValue(upload.Number, out var number) ? history.First(each => each.Number == number) : null;
        var isUndo = end is { Kind: UploadKind.Undo };
        return new UploadView(
            upload.Number, upload.Kind, upload.FileName, upload.Rows, upload.Judges, upload.By, upload.At,
            upload.Sha256.Length == 0 ? null : upload.Sha256, upload.Kind == UploadKind.Undo ? upload.Undoes : null, isUndo ? end!.Number : null,
            upload.EntryCode, upload.Judge, upload.Reason,
            upload.Source ?? (upload.Kind is UploadKind.Entries or UploadKind.Scores ? UploadSource.Sheet : null),
            upload.TakesPlaceOf, isUndo ? null : end?.Number);
    }
}
