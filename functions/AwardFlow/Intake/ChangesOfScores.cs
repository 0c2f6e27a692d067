using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Collects, while a score sheet is read, what it changes.</summary>
/// <param name="before">The scores before it.</param>
internal sealed class ChangesOfScores(IStandingScores before)
{
    private readonly Dictionary<JudgeName, int[]> _judges = [];
    private readonly Dictionary<(EntryCode Entry, JudgeName Judge), int> _standing = [];
    private int _erased;
    private JudgeName? _last;
    private int[] _lastCounts = [];

    /// <summary>Notes a score of the sheet.</summary>
    public void Put(Score score)
    {
        if (score.Points is { } points)
        {
            Of(score.Judge)[before.Points(score.EntryCode, score.Judge, score.Criterion) is not { } old ? 0 : old != points ? 1 : 2]++;
        }
        if (score.Comment.Length == 0 && before.Comment(score.EntryCode, score.Judge, score.Criterion).Length > 0)
        {
            _erased++;
        }
    }

    /// <summary>Notes a score that the sheet does not have.</summary>
    public void Leave(EntryCode entry, JudgeName judge, string criterion)
    {
        if (before.Points(entry, judge, criterion).HasValue)
        {
            Of(judge)[3]++;
            _standing[(entry, judge)] = _standing.GetValueOrDefault((entry, judge)) + 1;
        }
    }

    /// <summary>All that changes.</summary>
    public UploadChanges Changes() => new()
    {
        Judges = [.. _judges.Select(judge => new UploadChanges.JudgeChanges(judge.Key, judge.Value[0], judge.Value[1], judge.Value[2], judge.Value[3])).Take(UploadChanges.Most)],
        Standing = [.. _standing.Select(each => new UploadChanges.StandingScores(each.Key.Entry, each.Key.Judge, each.Value)).Take(UploadChanges.Most)],
        CommentsErased = _erased,
    };

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
