namespace AwardFlow.Intake;

/// <summary>The answer to an upload that was taken.</summary>
/// <param name="Number">The upload's number in its cycle, from 1.</param>
/// <param name="Kind">What the sheet holds.</param>
/// <param name="Rows">How many entries or scores were taken.</param>
/// <param name="Entries">How many entries the cycle now has.</param>
/// <param name="IgnoredColumns">Columns of the sheet that mean nothing here.</param>
/// <param name="Sha256">SHA-256 of the file as it was sent, in lower-case hex.</param>
public sealed record AcceptedUpload(int Number, UploadKind Kind, int Rows, int Entries, IReadOnlyList<string> IgnoredColumns, string Sha256);
