using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>What a genuine token names.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="JudgeTag">The judge (<see cref="JudgeSeat.TagOf"/>).</param>
/// <param name="Secret">The random bits that the judge's seat must still have.</param>
internal sealed record JudgeToken(CycleId Cycle, string JudgeTag, string Secret);
