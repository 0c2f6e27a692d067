using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Lets the letters go where the cycle needs no approval or has it; otherwise calls for an approver.</summary>
/// <param name="cycles">The cycles.</param>
public sealed class ReleaseLetters(CycleStore cycles) : IStep<CycleRef, bool>
{
    /// <summary>The step's name and shape: it says whether the letters may go.</summary>
    public static readonly Step<CycleRef, bool> Step = new(nameof(ReleaseLetters));

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CycleRef input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var definition = await cycles.DefinitionAsync(await cycles.GetAsync(input.CycleId, cancellationToken), cancellationToken);
        var cycle = await cycles.ChangeAsync(
            input.CycleId,
            cycle => cycle.State is not (CycleState.Rendered or CycleState.AwaitingApproval) ? cycle
                : cycle with
                {
                    State = definition.Approval == Approval.None || cycle.ApprovedAt is not null ? CycleState.Sending : CycleState.AwaitingApproval,
                    Problem = null,
                },
            cancellationToken);
        return cycle.State != CycleState.AwaitingApproval;
    }
}
