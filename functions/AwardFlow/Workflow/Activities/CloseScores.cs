using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Freezes a cycle's scores when it is to be closed.</summary>
/// <param name="closing">Closes it.</param>
/// <param name="run">Runs it.</param>
public sealed class CloseScores(ScoreClosing closing, ActivityRun run) : TaskActivity<CycleRef, Closing>
{
    /// <inheritdoc/>
    public override Task<Closing> RunAsync(TaskActivityContext context, CycleRef input) =>
        run.AsAsync(context, input, stopping => closing.CloseAsync(input.CycleId, stopping));
}
