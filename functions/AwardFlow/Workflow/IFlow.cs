namespace AwardFlow.Workflow;

/// <summary>
/// What a flow may do, on any engine. A flow is deterministic: time, ids and choices come from here or from a step's
/// result, since a durable engine runs it again from the start whenever it goes on.
/// </summary>
public interface IFlow
{
    /// <summary>The time, the same in every replay.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Calls a step. An engine may run it more than once.</summary>
    Task<TResult> CallAsync<TInput, TResult>(Step<TInput, TResult> step, TInput input)
        where TInput : notnull;

    /// <summary>Calls a flow of its own history.</summary>
    Task CallAsync<TInput>(SubFlow<TInput> flow, TInput input)
        where TInput : notnull;

    /// <summary>Waits until one of the signals comes, or a time. A signal that came since the last wait counts.</summary>
    /// <param name="signals">Names from <see cref="Signals"/>.</param>
    /// <param name="until">The time; null for none.</param>
    Task WaitForSignalAsync(IReadOnlyList<string> signals, DateTimeOffset? until);
}
