using AwardFlow.Intake;
using AwardFlow.Intake.Judging;

namespace AwardFlow.Web.Answers;

/// <summary>A sheet that was submitted.</summary>
/// <param name="State">How it stands.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="UploadNumber">Its number in the cycle's history.</param>
/// <param name="Rows">How many scores.</param>
/// <param name="Sha256">SHA-256 of its rows as csv, in lower-case hex.</param>
/// <param name="Replaces">The number of the judge's submission that it takes the place of; null where there was none.</param>
/// <param name="InsteadOf">The last sheet of the judge, where it has scores of entries that this submission counts for instead; else null.</param>
public sealed record SubmittedView(
    SheetState State,
    DateTimeOffset SubmittedAt,
    int UploadNumber,
    int Rows,
    string Sha256,
    int? Replaces,
    SubmittedView.Sheet? InsteadOf)
{
    internal static SubmittedView Of(Upload upload, Sheet? insteadOf) =>
        new(SheetState.Submitted, upload.At, upload.Number, upload.Rows, upload.Sha256, upload.Replaces, insteadOf);

    /// <summary>A sheet that has scores of the judge.</summary>
    /// <param name="UploadNumber">Its number in the cycle's history.</param>
    /// <param name="At">When it was accepted.</param>
    /// <param name="Entries">Of how many entries the submission counts as a whole, and nothing of the sheets.</param>
    public sealed record Sheet(int UploadNumber, DateTimeOffset At, int Entries);
}
