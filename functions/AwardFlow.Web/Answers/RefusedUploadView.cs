using AwardFlow.Intake;

namespace AwardFlow.Web.Answers;

/// <summary>A file that was sent and not taken.</summary>
/// <param name="File">Names it: SHA-256 and extension.</param>
/// <param name="FileName">Its name, where the sender gave one.</param>
/// <param name="Kind">What it was to hold; null where that was not written down.</param>
/// <param name="By">Who sent it; null where that was not written down.</param>
/// <param name="At">When it was refused.</param>
/// <param name="DueAt">When it is erased.</param>
public sealed record RefusedUploadView(string File, string? FileName, UploadKind? Kind, string? By, DateTimeOffset At, DateTimeOffset DueAt);
