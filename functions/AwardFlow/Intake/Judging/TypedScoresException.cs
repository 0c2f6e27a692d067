namespace AwardFlow.Intake.Judging;

/// <summary>Something that was typed cannot be taken. Nothing of it was stored.</summary>
/// <param name="faults">All that is wrong.</param>
public sealed class TypedScoresException(IReadOnlyList<TypedFault> faults) : Exception($"{faults.Count} of what was typed cannot be taken.")
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<TypedFault> Faults => faults;
}
