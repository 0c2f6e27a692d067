using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>The cycle is not in a state in which this can be done. Nothing was changed.</summary>
/// <param name="text">What stands in the way and what would help, for people.</param>
public sealed class CycleConflictException(BilingualText text) : Exception(text.English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = text;
}
