using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>Who puts a definition, and on what conditions.</summary>
/// <param name="By">Who puts it.</param>
public sealed record DefinitionPut(Actor By)
{
    /// <summary>The tags of definitions (<see cref="Cycles.Cycle.DefinitionTag"/>) of which one must stand; <c>*</c> for any; null for no condition.</summary>
    public IReadOnlyList<string>? IfMatch { get; init; }

    /// <summary>Whether there must be no such cycle yet.</summary>
    public bool MustBeNew { get; init; }

    /// <summary>Names the change of accepted scores that the caller saw and wants (<see cref="DefinitionEffect.Confirm"/>).</summary>
    public string? Confirm { get; init; }
}
