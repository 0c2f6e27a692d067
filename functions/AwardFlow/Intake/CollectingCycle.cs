using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>Minds that what counts in a cycle changes only while it collects.</summary>
internal static class CollectingCycle
{
    /// <summary>A cycle that still takes uploads.</summary>
    /// <exception cref="CycleConflictException">It takes none any more.</exception>
    public static Cycle Checked(Cycle cycle, TimeProvider time) => cycle switch
    {
        { IsDraft: true } => throw new CycleConflictException(CycleTexts.NotOpenedYet(cycle.Id)),
        { State: CycleState.Cancelled } => throw new CycleConflictException(CycleTexts.IsCancelled(cycle.Id)),
        { IsCollecting: false } => throw new CycleConflictException(UploadTexts.Closed(cycle.Id)),
        { CloseRequestedAt: not null } => throw new CycleConflictException(UploadTexts.BeingClosed(cycle.Id)),
        { State: CycleState.Open } when cycle.IsDue(time.GetUtcNow()) => throw new CycleConflictException(UploadTexts.TimePassed(cycle.Id)),
        _ => cycle,
    };
}
