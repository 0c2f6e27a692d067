using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Says that every letter was handed to the mail service.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="time">The clock.</param>
public sealed class FinishSending(CycleStore cycles, TimeProvider time) : IStep<CycleRef, CycleState>
{
    /// <summary>The step's name and shape: it gives the cycle's state.</summary>
    public static readonly Step<CycleRef, CycleState> Step = new(nameof(FinishSending));

    /// <inheritdoc/>
    public async Task<CycleState> RunAsync(CycleRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var cycle = await cycles.ChangeAsync(
            input.CycleId,
            cycle => cycle.State == CycleState.Sending ? cycle with { State = CycleState.Sent, SentAt = time.GetUtcNow(), Problem = null } : cycle,
            cancellationToken);
        return cycle.State;
    }
}
