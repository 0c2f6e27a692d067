using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>A correction of letters from its rendering to its last mail. Nothing else of its cycle is touched.</summary>
public sealed class CorrectionOrchestrator : TaskOrchestrator<CorrectionRef, object?>
{
    /// <inheritdoc/>
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, CorrectionRef input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        FlowVersion.MustBeCurrent(input.FlowVersion);
        await context.StepAsync(input.CycleId, input, async () =>
        {
            var step = await context.CallAsync<CorrectionStep>(nameof(CorrectLetters), input);
            return (step.IsOver, step.LookAgainAt);
        });
        return null;
    }
}
