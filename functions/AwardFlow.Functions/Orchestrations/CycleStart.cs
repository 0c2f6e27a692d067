namespace AwardFlow.Functions.Orchestrations;

/// <summary>What a cycle's orchestration is started with.</summary>
/// <param name="CycleId">The cycle; the orchestration's instance id is the same.</param>
/// <param name="FlowVersion">The <see cref="AwardFlow.Workflow.CycleFlow.Version"/> that started it.</param>
public sealed record CycleStart(string CycleId, int FlowVersion);
