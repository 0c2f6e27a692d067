using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Tells which accepted scores count under a definition: one that was changed may know a criterion or a judge no more.</summary>
public sealed class ScoreFit
{
    private readonly Dictionary<string, decimal> _maxima;
    private readonly JudgeSpellings? _judges;
    private readonly ConflictsOfInterest _conflicts;

    /// <summary>Takes the rubric and the judges of a definition.</summary>
    public ScoreFit(CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _maxima = definition.Criteria().ToDictionary(criterion => criterion.Code, criterion => criterion.Max, StringComparer.Ordinal);
        _judges = definition.Judges is { } judges ? new JudgeSpellings(judges) : null;
        _conflicts = new ConflictsOfInterest(definition);
    }

    /// <summary>Whether the definition has the judge, or names none.</summary>
    public bool Knows(JudgeName judge) => _judges is null || _judges.Find(judge) is not null;

    /// <summary>Whether the definition has the criterion, with a maximum that the score does not go above.</summary>
    public bool Takes(string criterion, decimal points) => _maxima.TryGetValue(criterion, out var max) && points <= max;

    /// <summary>Why a score counts no more; null where it counts.</summary>
    public ScoreMisfit? Of(EntryCode entry, JudgeName judge, string criterion, decimal points) =>
        !_maxima.TryGetValue(criterion, out var max) ? ScoreMisfit.CriterionRemoved
        : !Knows(judge) ? ScoreMisfit.JudgeRemoved
        : points > max ? ScoreMisfit.AboveMaximum
        : _conflicts.MayNotScore(_judges?.Find(judge) ?? judge, entry) ? ScoreMisfit.MayNotScore
        : null;
}
