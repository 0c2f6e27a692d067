using AwardFlow.Cycles;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter was handed to the mail service, if that is so: a person may have asked for another sending meanwhile.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="outcomes">What is finished.</param>
/// <param name="time">The clock.</param>
/// <param name="run">Runs it.</param>
public sealed class FinishSending(CycleStore cycles, StepOutcomes outcomes, TimeProvider time, ActivityRun run) : TaskActivity<CycleRef, bool>
{
    /// <inheritdoc/>
    public override Task<bool> RunAsync(TaskActivityContext context, CycleRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<bool> DoAsync(CycleRef input, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The row is read first: a resend that is asked for after the pages were counted changes it, and they are counted again.
            var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
            if (cycle.State != CycleState.Sending)
            {
                return true;
            }
            if ((await outcomes.TotalAsync(nameof(SendPage), cycle.Id, cancellationToken)).Pages < cycle.Pages)
            {
                return false;
            }
            if (await cycles.TryReplaceAsync(cycle with { State = CycleState.Sent, SentAt = time.GetUtcNow(), Problem = null }, cancellationToken))
            {
                return true;
            }
        }
    }
}
