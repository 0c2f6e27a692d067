using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter was handed to the mail service, if that is so: a person may have asked for another sending meanwhile.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="outcomes">What is finished.</param>
/// <param name="time">The clock.</param>
public sealed class FinishSending(CycleStore cycles, StepOutcomes outcomes, TimeProvider time) : IStep<CycleRef, bool>
{
    /// <summary>The step's name and shape: it says whether nothing is left to mail.</summary>
    public static readonly Step<CycleRef, bool> Step = new(nameof(FinishSending));

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CycleRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        while (true)
        {
            // The row is read first: a resend that is asked for after the pages were counted changes it, and they are counted again.
            var cycle = await cycles.GetAsync(input.CycleId, cancellationToken);
            if (cycle.State != CycleState.Sending)
            {
                return true;
            }
            if ((await outcomes.TotalAsync(SendPage.Step.Name, cycle.Id, cancellationToken)).Pages < cycle.Pages)
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
