using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails one letter that a person had sent again. Nothing else of its cycle is touched.</summary>
public sealed class LetterOrchestrator : TaskOrchestrator<LetterRef, object?>
{
    /// <inheritdoc/>
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, LetterRef input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        FlowVersion.MustBeCurrent(input.FlowVersion);
        await context.StepAsync(input.CycleId, input, async () =>
        {
            var sent = await context.CallAsync<PageSent>(nameof(SendLetter), input);
            return (sent.LookAgainAt is null, sent.LookAgainAt);
        });
        return null;
    }
}
