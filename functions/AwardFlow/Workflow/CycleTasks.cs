using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>The orchestrators and activities, each named as its class; a host gives each a name in its own way.</summary>
public static class CycleTasks
{
    /// <summary>The event that wakes a cycle's orchestration. Why stands in the cycle's row and in the ledger.</summary>
    public const string WakeEvent = "wake";

    /// <summary>The orchestrators.</summary>
    public static IReadOnlyList<Type> Orchestrators { get; } =
        [typeof(CycleOrchestrator), typeof(RenderPages), typeof(SendPages), typeof(RemindPages), typeof(LetterOrchestrator), typeof(CorrectionOrchestrator)];

    /// <summary>The activities.</summary>
    public static IReadOnlyList<Type> Activities { get; } =
    [
        typeof(CloseScores), typeof(PagesLeft), typeof(RenderPage), typeof(FinishRendering), typeof(ReleaseLetters), typeof(SendPage),
        typeof(FinishSending), typeof(FollowUpReceipts), typeof(RemindPage), typeof(SendLetter), typeof(RecordProblem), typeof(CorrectLetters),
    ];

    /// <summary>Whether an activity that failed so may succeed when it is tried again, without a person.</summary>
    public static bool MayMendItself(TaskFailureDetails failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return !failure.IsCausedBy<ActivityNeedsPersonException>();
    }
}
