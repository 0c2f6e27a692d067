using AwardFlow.Cycles;
namespace AwardFlow.Workflow;

/// <summary>Names one page of a cycle's results.</summary>
/// <param name="CycleId">The cycle's id.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record PageRef(CycleId CycleId, int Page);
