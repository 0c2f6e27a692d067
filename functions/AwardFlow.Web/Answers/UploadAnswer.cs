using AwardFlow.Intake;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>The answer to a sheet that was taken, or that was only checked and would be.</summary>
/// <param name="Number">The upload's number in its cycle, from 1; missing where the sheet was only checked.</param>
/// <param name="Kind">What the sheet holds.</param>
/// <param name="Rows">How many entries or scores were taken.</param>
/// <param name="Entries">How many entries the cycle now has.</param>
/// <param name="IgnoredColumns">Columns of the sheet that mean nothing here.</param>
/// <param name="Warnings">What was taken but is worth a look.</param>
/// <param name="Sha256">SHA-256 of the file as it was sent, in lower-case hex.</param>
/// <param name="PassedOver">Rows that hold no entry, such as totals and signatures.</param>
/// <param name="Sheets">The sheets of the workbook that were read, by name.</param>
/// <param name="ByPost">How many of the entries taken have no e-mail address, so that their letters go by post.</param>
/// <param name="Changes">What it replaces, keeps or erases; with <c>confirm</c> where that must be sent back before it is taken.</param>
public sealed record UploadAnswer(
    int? Number, UploadKind Kind, int Rows, int Entries, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<RowProblemView> Warnings, string Sha256,
    IReadOnlyList<RowProblemView> PassedOver, IReadOnlyList<string> Sheets, int ByPost, UploadChanges Changes)
{
    /// <summary>The answer in one language.</summary>
    public static UploadAnswer Of(AcceptedUpload upload, Language language)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new UploadAnswer(
            upload.Number, upload.Kind, upload.Rows, upload.Entries, upload.IgnoredColumns, RowProblemView.Of(upload.Warnings, language), upload.Sha256,
            RowProblemView.Of(upload.PassedOver, language), upload.Sheets, upload.ByPost, upload.Changes);
    }
}
