using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>The workflow's activities as functions, each named as its class.</summary>
/// <param name="services">Holds the activities.</param>
internal sealed class Activities(IServiceProvider services)
{
    [Function(nameof(CloseScores))]
    public Task<Closing> CloseScoresAsync([ActivityTrigger] CycleRef cycle, string instanceId) => RunAsync<CloseScores, CycleRef, Closing>(cycle, instanceId);

    [Function(nameof(PagesLeft))]
    public Task<int[]> PagesLeftAsync([ActivityTrigger] PagesLeftOf pages, string instanceId) => RunAsync<PagesLeft, PagesLeftOf, int[]>(pages, instanceId);

    [Function(nameof(RenderPage))]
    public Task<int> RenderPageAsync([ActivityTrigger] PageRef page, string instanceId) => RunAsync<RenderPage, PageRef, int>(page, instanceId);

    [Function(nameof(FinishRendering))]
    public Task<CycleState> FinishRenderingAsync([ActivityTrigger] CycleRef cycle, string instanceId) =>
        RunAsync<FinishRendering, CycleRef, CycleState>(cycle, instanceId);

    [Function(nameof(ReleaseLetters))]
    public Task<Release> ReleaseLettersAsync([ActivityTrigger] CycleRef cycle, string instanceId) =>
        RunAsync<ReleaseLetters, CycleRef, Release>(cycle, instanceId);

    [Function(nameof(SendPage))]
    public Task<PageSent> SendPageAsync([ActivityTrigger] PageRef page, string instanceId) => RunAsync<SendPage, PageRef, PageSent>(page, instanceId);

    [Function(nameof(FinishSending))]
    public Task<bool> FinishSendingAsync([ActivityTrigger] CycleRef cycle, string instanceId) => RunAsync<FinishSending, CycleRef, bool>(cycle, instanceId);

    [Function(nameof(FollowUpReceipts))]
    public Task<FollowUp> FollowUpReceiptsAsync([ActivityTrigger] CycleRef cycle, string instanceId) =>
        RunAsync<FollowUpReceipts, CycleRef, FollowUp>(cycle, instanceId);

    [Function(nameof(RemindPage))]
    public Task<PageSent> RemindPageAsync([ActivityTrigger] PageRef page, string instanceId) => RunAsync<RemindPage, PageRef, PageSent>(page, instanceId);

    [Function(nameof(SendLetter))]
    public Task<PageSent> SendLetterAsync([ActivityTrigger] LetterRef letter, string instanceId) =>
        RunAsync<SendLetter, LetterRef, PageSent>(letter, instanceId);

    [Function(nameof(RecordProblem))]
    public Task<object?> RecordProblemAsync([ActivityTrigger] CycleProblem problem, string instanceId) =>
        RunAsync<RecordProblem, CycleProblem, object?>(problem, instanceId);

    [Function(nameof(CorrectLetters))]
    public Task<CorrectionStep> CorrectLettersAsync([ActivityTrigger] CorrectionRef correction, string instanceId) =>
        RunAsync<CorrectLetters, CorrectionRef, CorrectionStep>(correction, instanceId);

    private Task<TResult> RunAsync<TActivity, TInput, TResult>(TInput input, string instanceId)
        where TActivity : TaskActivity<TInput, TResult> =>
        services.GetRequiredService<TActivity>().RunAsync(new Context(typeof(TActivity).Name, instanceId), input);

    private sealed class Context(TaskName name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
