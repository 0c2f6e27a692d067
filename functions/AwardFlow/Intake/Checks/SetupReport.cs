using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>How a cycle's setting up stands.</summary>
/// <param name="Faults">What must be mended before it can be opened.</param>
/// <param name="Oddities">What is allowed and worth a look.</param>
public sealed record SetupReport(IReadOnlyList<DefinitionFault> Faults, IReadOnlyList<DefinitionFault> Oddities);
