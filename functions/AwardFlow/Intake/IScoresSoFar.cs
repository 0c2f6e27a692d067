using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Knows the scores that count in a cycle. The stage that reckons with them has them at hand.</summary>
public interface IScoresSoFar
{
    /// <summary>The scores of a cycle as its row counts its uploads.</summary>
    Task<IStandingScores> SoFarAsync(Cycle cycle, CancellationToken cancellationToken);

    /// <summary>The scores of some of a cycle's uploads alone, by the definition that the cycle has.</summary>
    Task<IStandingScores> OfAsync(Cycle cycle, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken);
}
