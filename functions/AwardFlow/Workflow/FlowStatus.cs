namespace AwardFlow.Workflow;

/// <summary>What an orchestration waits for: its custom status.</summary>
/// <param name="WaitsUntil">When it goes on although nobody wakes it; null for never.</param>
public sealed record FlowStatus(DateTimeOffset? WaitsUntil);
