using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>A cycle has no such entry or judge.</summary>
/// <param name="text">Which, for people.</param>
public sealed class NotInCycleException(BilingualText text) : Exception(text.English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = text;
}
