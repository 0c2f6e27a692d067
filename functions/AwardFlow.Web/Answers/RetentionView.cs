using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Retention;

namespace AwardFlow.Web.Answers;

/// <summary>How long what is kept of a cycle is kept, for callers.</summary>
/// <param name="Kinds">By kind.</param>
/// <param name="RefusedUploads">The files that were refused, oldest first.</param>
public sealed record RetentionView(IReadOnlyList<RetentionKindView> Kinds, IReadOnlyList<RefusedUploadView> RefusedUploads)
{
    /// <summary>The last whole archive that was taken; null where none was.</summary>
    public ArchiveTakenView? Archive { get; init; }

    /// <summary>What a cycle's page says.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="rules">How long what is kept.</param>
    /// <param name="lastLetter">From when on its letters are kept; null while it is not over or a correction is under way.</param>
    /// <param name="refused">The files that were refused.</param>
    internal static RetentionView Of(Cycle cycle, RetentionSettings rules, DateTimeOffset? lastLetter, IReadOnlyList<RefusedUpload> refused) => new(
        cycle.IsDraft
            ? [new RetentionKindView(
                RetentionKind.Drafts, rules.DraftsDays, rules.DraftsDays is { } days ? cycle.DefinitionAt?.AddDays(days) : null, ErasedAt: null)]
            :
        [
            new RetentionKindView(
                RetentionKind.RefusedUploads,
                rules.RefusedUploadsDays,
                refused.Count == 0 ? null : refused[0].At.AddDays(rules.RefusedUploadsDays),
                ErasedAt: null),
            Kind(cycle, RetentionKind.ReceiptNames, rules.ReceiptNamesDays, cycle.OverAt),
            // While a correction is under way its recipients may have to be telephoned.
            Kind(cycle, RetentionKind.Telephones, rules.TelephonesDays, lastLetter is null ? null : cycle.OverAt),
            Kind(cycle, RetentionKind.ScoresByJudge, rules.ScoresByJudgeDays, cycle.OverAt),
            Kind(cycle, RetentionKind.JudgesAndNotices, rules.JudgesAndNoticesDays, lastLetter),
            Kind(cycle, RetentionKind.Cycle, rules.CycleDays, lastLetter),
        ],
        [.. refused.Select(file => new RefusedUploadView(file.Blob, file.FileName, file.Kind, file.By, file.At, file.At.AddDays(rules.RefusedUploadsDays)))]);

    private static RetentionKindView Kind(Cycle cycle, string kind, int? days, DateTimeOffset? from)
    {
        var erased = cycle.Erased.FirstOrDefault(each => each.Kind == kind);
        return new RetentionKindView(kind, days, erased is null && days is not null ? from?.AddDays(days.Value) : null, erased?.At);
    }
}
