using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>What came of putting a definition.</summary>
/// <param name="Cycle">The cycle as it now stands.</param>
public sealed record DefinitionResult(Cycle Cycle)
{
    /// <summary>The cycle as it stood before; null where it is new.</summary>
    public Cycle? Before { get; init; }

    /// <summary>What a person must confirm before the change is made; null where it was made.</summary>
    public DefinitionEffect? ToConfirm { get; init; }

    /// <summary>What the definition lacks; of a draft only.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; init; } = [];
}
