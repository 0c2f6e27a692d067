using AwardFlow.Delivery;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Lets the letters go where the cycle needs no approval or has it; otherwise calls for an approver.</summary>
/// <param name="release">Releases letters.</param>
/// <param name="run">Runs it.</param>
public sealed class ReleaseLetters(LetterRelease release, ActivityRun run) : TaskActivity<CycleRef, Release>
{
    /// <inheritdoc/>
    public override Task<Release> RunAsync(TaskActivityContext context, CycleRef input) =>
        run.AsAsync(context, input, stopping => release.LookAsync(input.CycleId, stopping));
}
