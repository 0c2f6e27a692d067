using AwardFlow.Cycles;
using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter is rendered.</summary>
/// <param name="rendering">Renders letters.</param>
/// <param name="run">Runs it.</param>
public sealed class FinishRendering(LetterRendering rendering, ActivityRun run) : TaskActivity<CycleRef, CycleState>
{
    /// <inheritdoc/>
    public override Task<CycleState> RunAsync(TaskActivityContext context, CycleRef input) =>
        run.AsAsync(context, input, stopping => rendering.FinishAsync(input.CycleId, stopping));
}
