using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Collects, while a score sheet is read, what it changes.</summary>
/// <param name="before">The scores before it.</param>
internal sealed class ChangesOfScores(IStandingScores before)
{
    private readonly Dictionary<JudgeName, int[]> _judges = [];
    private readonly Dictionary<(EntryCode Entry, JudgeName Judge), int> _standing = [];
    private readonly HashSet<(EntryCode Entry, JudgeName Judge)> _seen = [];
    private int _erased;
    private int _replaced;
    private (EntryCode? Entry, JudgeName? Judge) _lastSeen;
    private JudgeName? _last;
    private int[] _lastCounts = [];

    /// <summary>Notes a score of the sheet.</summary>
    public void Put(Score score)
    {
        See(score.EntryCode, score.Judge);
        if (score.Points is { } points)
        {
            Of(score.Judge)[before.Points(score.EntryCode, score.Judge, score.Criterion) is not { } old ? 0 : old != points ? 1 : 2]++;
        }
        if (before.Comment(score.EntryCode, score.Judge, score.Criterion) is { Length: > 0 } comment && comment != score.Comment)
        {
            _ = score.Comment.Length == 0 ? _erased++ : _replaced++;
        }
    }

    /// <summary>Notes a score that the sheet does not have.</summary>
    public void Leave(EntryCode entry, JudgeName judge, string criterion)
    {
        See(entry, judge);
        if (before.Points(entry, judge, criterion).HasValue)
        {
            Of(judge)[3]++;
            _standing[(entry, judge)] = _standing.GetValueOrDefault((entry, judge)) + 1;
        }
    }

    /// <summary>All that changes.</summary>
    /// <param name="entries">The cycle's entries.</param>
    /// <param name="criteria">The codes of its criteria.</param>
    /// <param name="judges">The judges that scored before.</param>
    /// <param name="submissions">What judges submitted on their pages.</param>
    public UploadChanges Changes(
        IReadOnlyList<Entry> entries, IReadOnlyList<string> criteria, IEnumerable<JudgeName> judges, IReadOnlyDictionary<JudgeName, int> submissions) => new()
        {
            Judges = [.. JudgeChanges(entries, criteria, judges.ToHashSet(), submissions)],
            Standing = [.. _standing.Select(each => new UploadChanges.StandingScores(each.Key.Entry, each.Key.Judge, each.Value)).Take(UploadChanges.Most)],
            CommentsErased = _erased,
            CommentsReplaced = _replaced,
        };

    private IEnumerable<UploadChanges.JudgeChanges> JudgeChanges(
        IReadOnlyList<Entry> entries, IReadOnlyList<string> criteria, HashSet<JudgeName> judges, IReadOnlyDictionary<JudgeName, int> submissions)
    {
        foreach (var (judge, counts) in _judges.Take(UploadChanges.Most))
        {
            var elsewhere = !judges.Contains(judge) ? 0 : entries.Where(entry => !_seen.Contains((entry.Code, judge)))
                .Sum(entry => criteria.Count(criterion => before.Points(entry.Code, judge, criterion).HasValue));
            yield return new UploadChanges.JudgeChanges(
                judge, counts[0], counts[1], counts[2], counts[3], elsewhere, submissions.TryGetValue(judge, out var page) ? page : null);
        }
    }

    // Rows come one after the other.
    private void See(EntryCode entry, JudgeName judge)
    {
        if (!ReferenceEquals(entry, _lastSeen.Entry) || !ReferenceEquals(judge, _lastSeen.Judge))
        {
            _lastSeen = (entry, judge);
            _seen.Add((entry, judge));
        }
    }

    private int[] Of(JudgeName judge)
    {
        // A sheet is one judge's mostly, and each has one spelling in it.
        if (ReferenceEquals(judge, _last))
        {
            return _lastCounts;
        }
        if (!_judges.TryGetValue(judge, out var counts))
        {
            _judges.Add(judge, counts = new int[4]);
        }
        (_last, _lastCounts) = (judge, counts);
        return counts;
    }
}
