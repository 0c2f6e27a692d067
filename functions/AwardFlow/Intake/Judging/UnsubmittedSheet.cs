using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>A judge's sheet that is not submitted.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Begun">Of how many entries some criteria have scores.</param>
/// <param name="Complete">Of how many all have.</param>
/// <param name="Of">How many entries the judge is to score.</param>
/// <param name="Typed">Whether anything is scored.</param>
public sealed record UnsubmittedSheet(JudgeName Judge, int Begun, int Complete, int Of, bool Typed);
