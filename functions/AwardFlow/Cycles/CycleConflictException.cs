namespace AwardFlow.Cycles;

/// <summary>The cycle is not in a state in which this can be done. Nothing was changed.</summary>
/// <param name="message">What stands in the way and what would help, for people.</param>
public sealed class CycleConflictException(string message) : Exception(message);
