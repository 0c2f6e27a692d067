using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>What a cycle's orchestration is started with.</summary>
/// <param name="CycleId">The cycle; the orchestration's instance id is the same.</param>
/// <param name="FlowVersion">The <see cref="Workflow.FlowVersion.Current"/> that started it.</param>
public sealed record CycleStart(CycleId CycleId, int FlowVersion);
