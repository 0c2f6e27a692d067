namespace AwardFlow.Cycles;

/// <summary>Which judge may not score which entry.</summary>
public sealed class ConflictsOfInterest
{
    private readonly HashSet<(JudgeName Judge, EntryCode Entry)> _pairs;

    /// <summary>Takes the conflicts from a cycle's judges.</summary>
    public ConflictsOfInterest(CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _pairs = [.. (definition.Judges ?? []).SelectMany(judge => judge.MayNotScore.Select(entry => (judge.Name, entry)))];
    }

    /// <summary>Whether the judge is kept from scoring the entry.</summary>
    /// <param name="judge">The judge's name.</param>
    /// <param name="entryCode">The entry.</param>
    public bool MayNotScore(JudgeName judge, EntryCode entryCode) => _pairs.Count > 0 && _pairs.Contains((judge, entryCode));
}
