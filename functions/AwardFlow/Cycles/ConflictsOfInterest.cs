using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>Which judge may not score which entry.</summary>
public sealed class ConflictsOfInterest
{
    private readonly HashSet<(string Judge, string Entry)> _pairs;

    /// <summary>Takes the conflicts from a cycle's judges.</summary>
    public ConflictsOfInterest(CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _pairs = [.. (definition.Judges ?? []).SelectMany(judge => judge.MayNotScore.Select(entry => (Judge.Key(judge.Name), Key(entry))))];
    }

    /// <summary>Whether the judge is kept from scoring the entry.</summary>
    /// <param name="judge">The judge's name.</param>
    /// <param name="entryCode">The entry.</param>
    public bool MayNotScore(string judge, string entryCode) => _pairs.Count > 0 && _pairs.Contains((Judge.Key(judge), Key(entryCode)));

    private static string Key(string entryCode) => ThaiNumerals.ToWestern(ThaiSpelling.Canonical(entryCode)).ToUpperInvariant();
}
