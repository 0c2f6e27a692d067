using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>There is no such cycle.</summary>
/// <param name="id">The id that was asked for.</param>
public sealed class CycleNotFoundException(string id) : Exception($"There is no cycle '{id}'.")
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = new($"There is no cycle '{id}'.", $"ไม่พบรอบ “{id}”");
}
