namespace AwardFlow.Workflow;

/// <summary>An activity failed, and will fail until a person changes something: it is not tried again at once.</summary>
/// <param name="problem">What went wrong, in one line.</param>
public sealed class ActivityNeedsPersonException(string problem) : Exception(problem);
