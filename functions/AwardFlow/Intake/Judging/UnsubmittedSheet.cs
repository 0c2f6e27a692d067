using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>What a judge still owes (<see cref="JudgeProgress.Owes"/>).</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Begun">Of how many entries that the judge owes some criteria have scores.</param>
/// <param name="Complete">Of how many of them all have: they are not submitted.</param>
/// <param name="Of">How many entries the judge is to score.</param>
/// <param name="Typed">Whether anything is typed that would count if it were submitted.</param>
public sealed record UnsubmittedSheet(JudgeName Judge, int Begun, int Complete, int Of, bool Typed)
{
    /// <summary>How many entries the judge owes.</summary>
    public required int Owed { get; init; }

    /// <summary>Of how many of them what is typed would count, and was typed before what is asked, or the entry, was changed.</summary>
    public int OtherWords { get; init; }
}
