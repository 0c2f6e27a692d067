namespace AwardFlow.Workflow;

/// <summary>A flow that another one calls.</summary>
/// <typeparam name="TInput">References, never data.</typeparam>
/// <param name="Name">The flow's name; the orchestrator on Durable Functions has it too.</param>
/// <param name="Run">The flow.</param>
public sealed record SubFlow<TInput>(string Name, Func<IFlow, TInput, Task> Run);
