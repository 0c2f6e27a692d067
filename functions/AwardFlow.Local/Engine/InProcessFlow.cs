using AwardFlow.Workflow;

namespace AwardFlow.Local.Engine;

/// <summary>The flow's port on one machine.</summary>
/// <param name="steps">Runs steps.</param>
/// <param name="box">The cycle's signals.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">The host stops.</param>
internal sealed class InProcessFlow(StepRunner steps, SignalBox box, TimeProvider time, CancellationToken stopping) : IFlow
{
    public DateTimeOffset Now => time.GetUtcNow();

    public Task<TResult> CallAsync<TInput, TResult>(Step<TInput, TResult> step, TInput input)
        where TInput : notnull => steps.RunAsync(step, input, stopping);

    public Task CallAsync<TInput>(SubFlow<TInput> flow, TInput input)
        where TInput : notnull => flow.Run(this, input);

    public Task WaitForSignalAsync(IReadOnlyList<string> signals, DateTimeOffset? until) => box.WaitAsync(signals, until, stopping);
}
