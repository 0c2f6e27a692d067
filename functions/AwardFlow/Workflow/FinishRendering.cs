using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter is rendered.</summary>
/// <param name="cycles">The cycles.</param>
public sealed class FinishRendering(CycleStore cycles) : IStep<CycleRef, CycleState>
{
    /// <summary>The step's name and shape: it gives the cycle's state.</summary>
    public static readonly Step<CycleRef, CycleState> Step = new(nameof(FinishRendering));

    /// <inheritdoc/>
    public async Task<CycleState> RunAsync(CycleRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var cycle = await cycles.ChangeAsync(
            input.CycleId, cycle => cycle.State == CycleState.Closed ? cycle with { State = CycleState.Rendered, Problem = null } : cycle, cancellationToken);
        return cycle.State;
    }
}
