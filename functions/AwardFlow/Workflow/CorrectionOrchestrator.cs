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
        try
        {
            var step = await context.CallAsync<CorrectionStep>(nameof(CorrectLetters), input);
            if (!step.IsOver)
            {
                await context.WaitAsync(step.LookAgainAt);
                context.ContinueAsNew(input);
            }
            else if (await context.WasWokenAsync())
            {
                context.ContinueAsNew(input);
            }
            return null;
        }
        catch (TaskFailedException e)
        {
            await context.TellAsync(input.CycleId, e);
            throw;
        }
    }
}
