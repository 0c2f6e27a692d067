using AwardFlow.Cycles;
namespace AwardFlow.Workflow;

/// <summary>Names some pages of a cycle's results.</summary>
/// <param name="CycleId">The cycle's id.</param>
/// <param name="First">The first page, from 1.</param>
/// <param name="Last">The last page.</param>
public sealed record PageRange(CycleId CycleId, int First, int Last);
