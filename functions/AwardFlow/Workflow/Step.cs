namespace AwardFlow.Workflow;

/// <summary>Names a step and says what it takes and gives.</summary>
/// <typeparam name="TInput">References, never data: a durable engine keeps every input.</typeparam>
/// <typeparam name="TResult">References and counts, likewise.</typeparam>
/// <param name="Name">The step's name; the activity on Durable Functions has it too.</param>
public sealed record Step<TInput, TResult>(string Name);
