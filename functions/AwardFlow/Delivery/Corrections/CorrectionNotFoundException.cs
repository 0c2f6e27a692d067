using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>The cycle has no such correction.</summary>
/// <param name="cycle">The cycle.</param>
/// <param name="number">The correction that was asked for.</param>
public sealed class CorrectionNotFoundException(CycleId cycle, int number) : Exception(CorrectionTexts.NotFound(cycle, number).English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = CorrectionTexts.NotFound(cycle, number);
}
