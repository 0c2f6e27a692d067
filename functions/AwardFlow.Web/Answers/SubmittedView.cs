using AwardFlow.Intake;
using AwardFlow.Intake.Judging;

namespace AwardFlow.Web.Answers;

/// <summary>A sheet that was submitted.</summary>
/// <param name="State">How it stands.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="UploadNumber">Its number in the cycle's history.</param>
/// <param name="Rows">How many scores.</param>
/// <param name="Sha256">SHA-256 of its rows as csv, in lower-case hex.</param>
public sealed record SubmittedView(SheetState State, DateTimeOffset SubmittedAt, int UploadNumber, int Rows, string Sha256)
{
    internal static SubmittedView Of(Upload upload) => new(SheetState.Submitted, upload.At, upload.Number, upload.Rows, upload.Sha256);
}
