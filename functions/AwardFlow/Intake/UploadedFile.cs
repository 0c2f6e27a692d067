using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>A file that somebody sent.</summary>
/// <param name="Content">The file; it can be read again from its start.</param>
/// <param name="Format">What kind of file it is said to be.</param>
/// <param name="Name">The file's name, where the sender gave one.</param>
/// <param name="By">Who sent it.</param>
public sealed record UploadedFile(Stream Content, SheetFormat Format, string? Name, string By);
