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
        try
        {
            var sent = await context.CallAsync<PageSent>(nameof(SendLetter), input);
            if (sent.LookAgainAt is { } lookAgainAt)
            {
                await context.WaitAsync(lookAgainAt);
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
