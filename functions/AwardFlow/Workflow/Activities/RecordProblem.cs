using AwardFlow.Cycles;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Writes into a cycle's row why it cannot go on, or takes that away.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="run">Runs it.</param>
public sealed class RecordProblem(CycleStore cycles, ActivityRun run) : TaskActivity<CycleProblem, object?>
{
    /// <inheritdoc/>
    public override Task<object?> RunAsync(TaskActivityContext context, CycleProblem input) => run.AsAsync<object?>(context, input, async stopping =>
    {
        await cycles.ChangeAsync(input.CycleId, cycle => cycle with { Problem = input.Problem, ProblemKind = input.Kind }, stopping);
        return null;
    });
}
