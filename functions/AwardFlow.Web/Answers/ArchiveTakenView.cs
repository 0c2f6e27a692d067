using AwardFlow.Records.Archive;

namespace AwardFlow.Web.Answers;

/// <summary>The last whole archive of a cycle that was taken.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Sha256">SHA-256 of its tag manifest.</param>
public sealed record ArchiveTakenView(DateTimeOffset At, string By, string Sha256)
{
    internal static ArchiveTakenView? Of(ArchiveTaken? taken) => taken is null ? null : new(taken.At, taken.By, taken.Sha256);
}
