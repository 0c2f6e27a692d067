namespace AwardFlow.Workflow;

/// <summary>An activity failed. The log has the exception behind it; a history keeps only this line.</summary>
/// <param name="problem">What went wrong, in one line.</param>
public sealed class ActivityFailedException(string problem) : Exception(problem);
