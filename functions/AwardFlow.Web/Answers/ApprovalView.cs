using AwardFlow.Cycles;

namespace AwardFlow.Web.Answers;

/// <summary>That an approver said yes, for callers.</summary>
/// <param name="At">When.</param>
/// <param name="ById">Who, by the id that tells persons apart.</param>
/// <param name="By">The same by name.</param>
/// <param name="Position">In which position; null where the cycle asks for none.</param>
/// <param name="ManifestSha256">To what.</param>
/// <param name="SecondPerson">Whether it was a second person: false where nobody signs in.</param>
public sealed record ApprovalView(DateTimeOffset At, string ById, string By, string? Position, string ManifestSha256, bool SecondPerson)
{
    internal static ApprovalView Of(CycleApproval approval) =>
        new(approval.At, approval.ById, approval.By, approval.Position, approval.ManifestSha256, approval.SecondPerson);
}
