using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Names some pages of a cycle's results.</summary>
/// <param name="CycleId">The cycle's id.</param>
/// <param name="First">The first page, from 1.</param>
/// <param name="Last">The last page.</param>
/// <param name="FlowVersion">The <see cref="Workflow.FlowVersion.Current"/> that asked for them.</param>
public sealed record PageRange(CycleId CycleId, int First, int Last, int FlowVersion)
{
    /// <summary>How many pages one orchestration sees to itself; four events of its history a page.</summary>
    public const int MostPages = 100;

    private const int MostParts = 100;

    /// <summary>All pages of a cycle.</summary>
    public static PageRange Of(CycleStart cycle, int pages)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return new PageRange(cycle.CycleId, 1, pages, cycle.FlowVersion);
    }

    /// <summary>How many pages it names.</summary>
    public int Count() => Last - First + 1;

    /// <summary>The range cut into at most a hundred parts, none smaller than need be.</summary>
    public IEnumerable<PageRange> Parts()
    {
        var size = Math.Max(MostPages, (Count() + MostParts - 1) / MostParts);
        for (var first = First; first <= Last; first += size)
        {
            yield return this with { First = first, Last = Math.Min(Last, first + size - 1) };
        }
    }
}
