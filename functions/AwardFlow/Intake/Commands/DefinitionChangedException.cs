using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>
/// A condition of a change does not hold: somebody else changed the definition meanwhile, or there is one where there was to be none. Nothing was changed.
/// </summary>
/// <param name="text">What is so, for people.</param>
/// <param name="cycle">The cycle as it stands; null where there is none.</param>
public sealed class DefinitionChangedException(BilingualText text, Cycle? cycle) : Exception(text.English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = text;

    /// <summary>The cycle as it stands; null where there is none.</summary>
    public Cycle? Cycle { get; } = cycle;
}
