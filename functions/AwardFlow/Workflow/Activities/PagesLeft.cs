using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Which pages something is left to do on.</summary>
/// <param name="outcomes">What is finished.</param>
/// <param name="run">Runs it.</param>
public sealed class PagesLeft(StepOutcomes outcomes, ActivityRun run) : TaskActivity<PagesLeftOf, int[]>
{
    /// <inheritdoc/>
    public override Task<int[]> RunAsync(TaskActivityContext context, PagesLeftOf input) => run.AsAsync(context, input, async stopping =>
    {
        var pages = Enumerable.Range(input.Range.First, input.Range.Count());
        var step = input.Orchestrator switch
        {
            nameof(RenderPages) => nameof(RenderPage),
            nameof(SendPages) => nameof(SendPage),
            _ => null,
        };
        return step is null ? pages.ToArray() : [.. pages.Except(await outcomes.PagesAsync(step, input.Range.CycleId, stopping))];
    });
}
