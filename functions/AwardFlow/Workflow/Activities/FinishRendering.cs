using AwardFlow.Cycles;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter is rendered.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="run">Runs it.</param>
public sealed class FinishRendering(CycleStore cycles, ActivityRun run) : TaskActivity<CycleRef, CycleState>
{
    /// <inheritdoc/>
    public override Task<CycleState> RunAsync(TaskActivityContext context, CycleRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<CycleState> DoAsync(CycleRef input, CancellationToken cancellationToken)
    {
        var cycle = await cycles.ChangeAsync(
            input.CycleId, cycle => cycle.State == CycleState.Closed ? cycle with { State = CycleState.Rendered, Problem = null } : cycle, cancellationToken);
        return cycle.State;
    }
}
