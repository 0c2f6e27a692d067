using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Why a cycle cannot go on, or that it can again.</summary>
/// <param name="CycleId">The cycle.</param>
/// <param name="Problem">Why, for the people who look at the cycle; null where it goes on.</param>
public sealed record CycleProblem(CycleId CycleId, string? Problem)
{
    /// <summary>The mail service takes nothing.</summary>
    public const string MailServiceAway = "The mail service is away. Sending is tried again.";
}
