using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>The flow's steps as activity functions, each named as its step.</summary>
/// <param name="services">Holds the steps.</param>
/// <param name="cycles">The cycles.</param>
public sealed class Activities(IServiceProvider services, CycleStore cycles)
{
    /// <inheritdoc cref="AwardFlow.Workflow.CloseScores"/>
    [Function(nameof(CloseScores))]
    public Task<Closing> CloseScoresAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellationToken) =>
        RunAsync(CloseScores.Step, cycle, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.RenderPage"/>
    [Function(nameof(RenderPage))]
    public Task<int> RenderPageAsync([ActivityTrigger] PageRef page, CancellationToken cancellationToken) =>
        RunAsync(RenderPage.Step, page, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.FinishRendering"/>
    [Function(nameof(FinishRendering))]
    public Task<CycleState> FinishRenderingAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellationToken) =>
        RunAsync(FinishRendering.Step, cycle, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.ReleaseLetters"/>
    [Function(nameof(ReleaseLetters))]
    public Task<bool> ReleaseLettersAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellationToken) =>
        RunAsync(ReleaseLetters.Step, cycle, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.SendPage"/>
    [Function(nameof(SendPage))]
    public Task<PageSent> SendPageAsync([ActivityTrigger] PageRef page, CancellationToken cancellationToken) =>
        RunAsync(SendPage.Step, page, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.FinishSending"/>
    [Function(nameof(FinishSending))]
    public Task<bool> FinishSendingAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellationToken) =>
        RunAsync(FinishSending.Step, cycle, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.FollowUpReceipts"/>
    [Function(nameof(FollowUpReceipts))]
    public Task<FollowUp> FollowUpReceiptsAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellationToken) =>
        RunAsync(FollowUpReceipts.Step, cycle, cancellationToken);

    /// <inheritdoc cref="AwardFlow.Workflow.RemindPage"/>
    [Function(nameof(RemindPage))]
    public Task<PageSent> RemindPageAsync([ActivityTrigger] PageRef page, CancellationToken cancellationToken) =>
        RunAsync(RemindPage.Step, page, cancellationToken);

    /// <summary>Writes into a cycle's row why its flow could not go on. The next step that changes the row takes it away.</summary>
    [Function(nameof(RecordProblem))]
    public Task RecordProblem([ActivityTrigger] CycleProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return cycles.ChangeAsync(problem.CycleId, cycle => cycle with { Problem = problem.Problem }, cancellationToken);
    }

    private Task<TResult> RunAsync<TInput, TResult>(Step<TInput, TResult> step, TInput input, CancellationToken cancellationToken) =>
        services.GetRequiredKeyedService<IStep<TInput, TResult>>(step.Name).RunAsync(input, cancellationToken);
}
