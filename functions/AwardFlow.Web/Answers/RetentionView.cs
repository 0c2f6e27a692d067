using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Retention;

namespace AwardFlow.Web.Answers;

/// <summary>How long what is kept of a cycle is kept, for callers.</summary>
/// <param name="Kinds">By kind.</param>
/// <param name="RefusedUploads">The files that were refused, oldest first.</param>
public sealed record RetentionView(IReadOnlyList<RetentionKindView> Kinds, IReadOnlyList<RefusedUploadView> RefusedUploads)
{
    internal static RetentionView Of(Cycle cycle, RetentionSettings rules, IReadOnlyList<RefusedUpload> refused) => new(
        [
            new RetentionKindView(RetentionKind.RefusedUploads, rules.RefusedUploadsDays, refused.Count == 0 ? null : refused[0].At.AddDays(rules.RefusedUploadsDays), ErasedAt: null),
            Kind(cycle, RetentionKind.ReceiptNames, rules.ReceiptNamesDays),
            Kind(cycle, RetentionKind.Telephones, rules.TelephonesDays),
            Kind(cycle, RetentionKind.ScoresByJudge, rules.ScoresByJudgeDays),
            Kind(cycle, RetentionKind.Cycle, rules.CycleDays),
        ],
        [.. refused.Select(file => new RefusedUploadView(file.Blob, file.FileName, file.Kind, file.By, file.At, file.At.AddDays(rules.RefusedUploadsDays)))]);

    private static RetentionKindView Kind(Cycle cycle, string kind, int? days)
    {
        var erased = cycle.Erased.FirstOrDefault(each => each.Kind == kind);
        return new RetentionKindView(kind, days, erased is null && days is not null ? cycle.OverAt?.AddDays(days.Value) : null, erased?.At);
    }
}
