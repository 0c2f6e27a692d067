using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Scoring;

/// <summary>
/// Works out averages, ranks and gaps. Exact decimal arithmetic throughout; a judge who left a criterion of an entry
/// without a score counts for nothing in that entry's average, since a partial total would pull it down.
/// </summary>
public sealed class ScoreBook
{
    private readonly CycleDefinition _definition;
    private readonly IReadOnlyList<Entry> _entries;
    private readonly Criterion[] _criteria;
    private readonly SortedSet<string> _judges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, Score>>> _scores = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a book.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="scores">At most one score for each entry, judge and criterion.</param>
    public ScoreBook(CycleDefinition definition, IReadOnlyList<Entry> entries, IEnumerable<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(scores);
        _definition = definition;
        _entries = entries;
        _criteria = [.. definition.Criteria()];
        foreach (var score in scores)
        {
            _judges.Add(score.Judge);
            if (!_scores.TryGetValue(score.EntryCode, out var judges))
            {
                _scores.Add(score.EntryCode, judges = new(StringComparer.Ordinal));
            }
            if (!judges.TryGetValue(score.Judge, out var sheet))
            {
                judges.Add(score.Judge, sheet = new(StringComparer.Ordinal));
            }
            sheet[score.Criterion] = score;
        }
    }

    /// <summary>What is missing before every entry has a score from every judge for every criterion.</summary>
    public IEnumerable<MissingScores> Missing()
    {
        foreach (var entry in _entries)
        {
            if (_judges.Count == 0)
            {
                yield return new MissingScores(entry.Code, null, Codes(_criteria));
            }
            foreach (var judge in _judges)
            {
                var sheet = _scores.GetValueOrDefault(entry.Code)?.GetValueOrDefault(judge);
                var missing = _criteria.Where(criterion => sheet?.ContainsKey(criterion.Code) != true).ToList();
                if (missing.Count > 0)
                {
                    yield return new MissingScores(entry.Code, judge, Codes(missing));
                }
            }
        }
    }

    /// <summary>Averages, ranks and who passed.</summary>
    /// <param name="provisional">Whether scores may still change.</param>
    public CycleResults Results(bool provisional)
    {
        var results = _entries.Select(Result)
            .OrderByDescending(result => result.Average.HasValue).ThenByDescending(result => result.Average)
            .ThenBy(result => result.Entry.Code, StringComparer.Ordinal).ToList();
        int rank = 0;
        for (var i = 0; i < results.Count && results[i].Average is { } average; i++)
        {
            rank = i > 0 && results[i - 1].Average == average ? rank : i + 1;
            results[i] = results[i] with { Rank = rank, Passed = average >= _definition.PassMark };
        }
        return new CycleResults { Cycle = _definition.Id, Provisional = provisional, Judges = [.. _judges], Entries = results };
    }

    private EntryResult Result(Entry entry)
    {
        var sheets = _scores.GetValueOrDefault(entry.Code);
        var complete = sheets?.Values.Where(sheet => _criteria.All(criterion => sheet.ContainsKey(criterion.Code))).ToList() ?? [];
        return new EntryResult
        {
            Entry = entry,
            Judges = complete.Count,
            Average = complete.Count == 0 ? null : Averages.Of([.. complete.Select(Total)], _definition.Average),
            Criteria = complete.Count == 0
                ? []
                : [.. _criteria.Select(criterion => new CriterionAverage(
                    criterion.Code, Averages.Of([.. complete.Select(sheet => sheet[criterion.Code].Points)], AverageMethod.Mean)))],
            Comments = sheets is null
                ? []
                : [.. sheets.OrderBy(sheet => sheet.Key, StringComparer.Ordinal)
                    .SelectMany(sheet => _criteria.Select(criterion => sheet.Value.GetValueOrDefault(criterion.Code)?.Comment))
                    .OfType<string>().Where(comment => comment.Length > 0)],
        };
    }

    private decimal Total(Dictionary<string, Score> sheet) => _criteria.Sum(criterion => sheet[criterion.Code].Points);

    private static string[] Codes(IEnumerable<Criterion> criteria) => [.. criteria.Select(criterion => criterion.Code)];
}
