using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Why a cycle cannot go on.</summary>
/// <param name="CycleId">The cycle.</param>
/// <param name="Problem">Why, for the people who look at the cycle.</param>
public sealed record CycleProblem(CycleId CycleId, string Problem)
{
    /// <summary>The mail service takes nothing.</summary>
    public const string MailServiceAway = "The mail service is away. Sending is tried again.";
}
