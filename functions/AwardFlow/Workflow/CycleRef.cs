using AwardFlow.Cycles;
namespace AwardFlow.Workflow;

/// <summary>Names a cycle.</summary>
/// <param name="CycleId">The cycle's id.</param>
public sealed record CycleRef(CycleId CycleId);
