namespace AwardFlow.Functions.Orchestrations;

/// <summary>How far a flow is: the orchestration's custom status.</summary>
/// <param name="Calls">The step or flow that it calls now or called last; null while it waits.</param>
/// <param name="Done">How many of these calls are done.</param>
/// <param name="Of">How many there are.</param>
/// <param name="WaitsFor">The signals that it waits for; null while it calls.</param>
/// <param name="Until">When it goes on without a signal; null for never.</param>
public sealed record FlowStatus(string? Calls, int Done, int Of, IReadOnlyList<string>? WaitsFor, DateTimeOffset? Until);
