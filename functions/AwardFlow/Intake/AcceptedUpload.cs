namespace AwardFlow.Intake;

/// <summary>The answer to an upload that was taken, or that was only checked and would be.</summary>
/// <param name="Number">The upload's number in its cycle, from 1; null where it was only checked.</param>
/// <param name="Kind">What the sheet holds.</param>
/// <param name="Rows">How many entries or scores were taken.</param>
/// <param name="Entries">How many entries the cycle now has.</param>
/// <param name="IgnoredColumns">Columns of the sheet that mean nothing here.</param>
/// <param name="Warnings">What was taken but is worth a look, at most <see cref="UploadRefusedException.MostRows"/>.</param>
/// <param name="Sha256">SHA-256 of the file as it was sent, in lower-case hex.</param>
public sealed record AcceptedUpload(
    int? Number, UploadKind Kind, int Rows, int Entries, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<RowProblem> Warnings, string Sha256);
