namespace AwardFlow.Cycles;

/// <summary>
/// Gives each judge one spelling, whichever of those that <see cref="Judge.Key"/> takes for the same was typed: the
/// definition's where it names the judge, else the first that came.
/// </summary>
/// <param name="named">The judges that the definition names; null where anybody may score.</param>
public sealed class JudgeSpellings(IReadOnlyList<Judge>? named)
{
    private readonly Dictionary<string, string> _byKey = (named ?? []).ToDictionary(judge => Judge.Key(judge.Name), judge => judge.Name, StringComparer.Ordinal);

    // Few spellings stand in many rows.
    private readonly Dictionary<string, string> _bySpelling = (named ?? []).ToDictionary(judge => judge.Name, judge => judge.Name, StringComparer.Ordinal);

    /// <summary>A judge's one spelling; a judge who did not come before gets the one that is given.</summary>
    /// <param name="name">A spelling.</param>
    public string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_bySpelling.TryGetValue(name, out var spelling))
        {
            var key = Judge.Key(name);
            if (!_byKey.TryGetValue(key, out spelling))
            {
                _byKey.Add(key, spelling = name);
            }
            _bySpelling.Add(name, spelling);
        }
        return spelling;
    }

    /// <summary>A judge's one spelling; null where the judge neither came nor is named.</summary>
    /// <param name="name">A spelling.</param>
    public string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _bySpelling.TryGetValue(name, out var spelling) ? spelling : _byKey.GetValueOrDefault(Judge.Key(name));
    }
}
