using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>The flows of <see cref="CycleFlow"/> as orchestrator functions, each named as its flow.</summary>
public static partial class Orchestrators
{
    /// <summary>Runs a cycle. When it fails, the cycle's row says why, and the sweep starts it again.</summary>
    /// <exception cref="InvalidOperationException">Another version of the flow started it.</exception>
    [Function(nameof(CycleFlow))]
    public static async Task RunCycleAsync([OrchestrationTrigger] TaskOrchestrationContext context, CycleStart start)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(start);
        if (start.FlowVersion != CycleFlow.Version)
        {
            throw new InvalidOperationException(
                $"Version {start.FlowVersion} of the flow started this orchestration, and this is version {CycleFlow.Version}. The sweep starts it again.");
        }
        try
        {
            await CycleFlow.RunAsync(new DurableFlow(context), new CycleRef(start.CycleId));
        }
        catch (TaskFailedException e)
        {
            var problem = new CycleProblem(start.CycleId, Innermost(e.FailureDetails));
            LogFailed(context.CreateReplaySafeLogger(DurableFlow.LogCategory), problem.CycleId, problem.Problem);
            await RecordAsync(context, problem);
            throw;
        }
    }

    /// <summary>Renders the letters of some pages.</summary>
    [Function(nameof(CycleFlow.RenderPages))]
    public static Task RenderPagesAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange range) =>
        CycleFlow.RenderPages.Run(new DurableFlow(context), range);

    /// <summary>Mails the letters of some pages.</summary>
    [Function(nameof(CycleFlow.SendPages))]
    public static Task SendPagesAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange range) =>
        CycleFlow.SendPages.Run(new DurableFlow(context), range);

    /// <summary>Reminds the recipients of some pages.</summary>
    [Function(nameof(CycleFlow.RemindPages))]
    public static Task RemindPagesAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageRange range) =>
        CycleFlow.RemindPages.Run(new DurableFlow(context), range);

    private static async Task RecordAsync(TaskOrchestrationContext context, CycleProblem problem)
    {
        try
        {
            await context.CallActivityAsync(nameof(Activities.RecordProblem), problem, DurableFlow.Retries);
        }
        catch (TaskFailedException e)
        {
            LogUnrecorded(context.CreateReplaySafeLogger(DurableFlow.LogCategory), problem.CycleId, e);
        }
    }

    // A sub-orchestration's failure only says that one of its activities failed.
    private static string Innermost(TaskFailureDetails failure)
    {
        while (failure.InnerFailure is { } inner)
        {
            failure = inner;
        }
        return failure.ErrorMessage;
    }

    // infra/modules/alerts.bicep looks for these words.
    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its orchestration failed: {Problem}")]
    private static partial void LogFailed(ILogger logger, string cycleId, string problem);

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its problem could not be recorded")]
    private static partial void LogUnrecorded(ILogger logger, string cycleId, Exception exception);
}
