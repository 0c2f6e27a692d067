namespace AwardFlow.Workflow;

/// <summary>Asks which of some pages an orchestrator has something left to do on.</summary>
/// <param name="Orchestrator">The orchestrator's name.</param>
/// <param name="Range">The pages.</param>
public sealed record PagesLeftOf(string Orchestrator, PageRange Range);
