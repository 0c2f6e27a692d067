using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>Whether the snapshot of a closed cycle is what was frozen, and its results follow from its scores.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="ResultsSha256">SHA-256 of the results as they are stored now.</param>
/// <param name="ScoresSha256">SHA-256 of the scores as they are stored now.</param>
/// <param name="DefinitionSha256">SHA-256 of the definition that the results stand on.</param>
/// <param name="HashesMatch">Whether these are the hashes that were written down when the cycle closed.</param>
/// <param name="ResultsReproduced">Whether working the results out again from the frozen scores gives the frozen results, byte for byte.</param>
public sealed record SnapshotCheck(CycleId Cycle, string ResultsSha256, string ScoresSha256, string DefinitionSha256, bool HashesMatch, bool ResultsReproduced);
