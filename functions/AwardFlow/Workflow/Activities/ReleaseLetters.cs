using AwardFlow.Cycles;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Lets the letters go where the cycle needs no approval or has it; otherwise calls for an approver.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="run">Runs it.</param>
public sealed class ReleaseLetters(CycleStore cycles, ActivityRun run) : TaskActivity<CycleRef, bool>
{
    /// <inheritdoc/>
    public override Task<bool> RunAsync(TaskActivityContext context, CycleRef input) => run.AsAsync(context, input, stopping => DoAsync(input, stopping));

    private async Task<bool> DoAsync(CycleRef input, CancellationToken cancellationToken)
    {
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
