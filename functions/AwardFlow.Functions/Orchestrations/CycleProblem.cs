namespace AwardFlow.Functions.Orchestrations;

/// <summary>Why a cycle's flow could not go on.</summary>
/// <param name="CycleId">The cycle.</param>
/// <param name="Problem">Why, for the people who look at the cycle.</param>
public sealed record CycleProblem(string CycleId, string Problem);
