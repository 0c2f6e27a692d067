using System.Text.Json;

namespace AwardFlow.Cycles;

/// <summary>A cycle definition that is being written.</summary>
/// <param name="Document">As it was written.</param>
/// <param name="Definition">What can be made of it: what is missing or does not fit is blank.</param>
/// <param name="Faults">What stands between it and a definition.</param>
public sealed record DefinitionDraft(JsonElement Document, CycleDefinition Definition, IReadOnlyList<DefinitionFault> Faults);
