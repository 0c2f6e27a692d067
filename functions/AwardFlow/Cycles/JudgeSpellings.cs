namespace AwardFlow.Cycles;

/// <summary>
/// Gives each judge one spelling, whichever of the same ones (<see cref="JudgeName"/>) was typed: the definition's where it
/// names the judge, else the first that came.
/// </summary>
/// <param name="named">The judges that the definition names; null where anybody may score.</param>
public sealed class JudgeSpellings(IReadOnlyList<Judge>? named)
{
    private readonly Dictionary<JudgeName, JudgeName> _names = Named(named ?? []);

    // Few spellings stand in many rows.
    private readonly Dictionary<string, JudgeName> _bySpelling =
        (named ?? []).ToDictionary(judge => judge.Name.Text, judge => judge.Name, StringComparer.Ordinal);

    /// <summary>A judge's one spelling; a judge who did not come before gets the one that is given.</summary>
    /// <param name="name">A spelling.</param>
    public JudgeName Of(JudgeName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_bySpelling.TryGetValue(name.Text, out var spelling))
        {
            if (!_names.TryGetValue(name, out spelling))
            {
                _names.Add(name, spelling = name);
            }
            _bySpelling.Add(name.Text, spelling);
        }
        return spelling;
    }

    /// <summary>A judge's one spelling; null where the judge neither came nor is named.</summary>
    /// <param name="name">A spelling.</param>
    public JudgeName? Find(JudgeName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _bySpelling.TryGetValue(name.Text, out var spelling) ? spelling : _names.GetValueOrDefault(name);
    }

    // A name that a judge has is nobody else's former one.
    private static Dictionary<JudgeName, JudgeName> Named(IReadOnlyList<Judge> judges)
    {
        var names = judges.ToDictionary(judge => judge.Name, judge => judge.Name);
        foreach (var (former, judge) in judges.SelectMany(judge => (judge.Formerly ?? []).Select(former => (former, judge.Name))))
        {
            names.TryAdd(former, judge);
        }
        return names;
    }
}
