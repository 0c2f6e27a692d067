using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>The workflow's orchestrators as functions, each named as its class.</summary>
internal static class Orchestrators
{
    [Function(nameof(CycleOrchestrator))]
    public static Task<object?> CycleAsync([OrchestrationTrigger] TaskOrchestrationContext context, CycleStart cycle) =>
        new CycleOrchestrator().RunAsync(context, cycle);

    [Function(nameof(RenderPages))]
    public static Task<PagesDone> RenderAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange pages) =>
        new RenderPages().RunAsync(context, pages);

    [Function(nameof(SendPages))]
    public static Task<PagesDone> SendAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange pages) =>
        new SendPages().RunAsync(context, pages);

    [Function(nameof(RemindPages))]
    public static Task<PagesDone> RemindAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange pages) =>
        new RemindPages().RunAsync(context, pages);

    [Function(nameof(LetterOrchestrator))]
    public static Task<object?> LetterAsync([OrchestrationTrigger] TaskOrchestrationContext context, LetterRef letter) =>
        new LetterOrchestrator().RunAsync(context, letter);

    [Function(nameof(CorrectionOrchestrator))]
    public static Task<object?> CorrectionAsync([OrchestrationTrigger] TaskOrchestrationContext context, CorrectionRef correction) =>
        new CorrectionOrchestrator().RunAsync(context, correction);
}
