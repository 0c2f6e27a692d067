using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Why a cycle cannot go on, or that it can again.</summary>
/// <param name="CycleId">The cycle.</param>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="Problem">Why, in the words of what failed; null where it goes on.</param>
public sealed record CycleProblem(CycleId CycleId, ProblemKind Kind, string? Problem)
{
    /// <summary>The mail service takes nothing.</summary>
    public static CycleProblem MailServiceAway(CycleId cycleId) =>
        new(cycleId, ProblemKind.MailServiceAway, "The mail service is away. Sending is tried again.");

    /// <summary>There is none any more.</summary>
    public static CycleProblem None(CycleId cycleId) => new(cycleId, ProblemKind.Failed, Problem: null);
}
