using AwardFlow.Cycles;

namespace AwardFlow.Scoring;

/// <summary>What one judge gave one entry.</summary>
/// <param name="judge">The judge's name.</param>
/// <param name="isLeftOut">Whether the judge may not score the entry, so that nothing of this counts.</param>
/// <param name="criteria">How many criteria there are.</param>
public sealed class JudgeSheet(JudgeName judge, bool isLeftOut, int criteria)
{
    private readonly decimal?[] _points = new decimal?[criteria];
    private string[]? _comments;

    /// <summary>The judge's name.</summary>
    public JudgeName Judge => judge;

    /// <summary>Whether the judge may not score the entry (conflict of interest): kept, but nothing of it counts.</summary>
    public bool IsLeftOut => isLeftOut;

    /// <summary>The score for each criterion, in the rubric's order; null where it is missing.</summary>
    public IReadOnlyList<decimal?> Points => _points;

    /// <summary>Whether every criterion has a score.</summary>
    public bool IsComplete => Array.TrueForAll(_points, points => points.HasValue);

    /// <summary>Whether any criterion has a score.</summary>
    public bool HasPoints => Array.Exists(_points, points => points.HasValue);

    /// <summary>Whether the sheet counts in the entry's average: complete, and not left out.</summary>
    public bool Counts => !isLeftOut && IsComplete;

    /// <summary>The judge's suggestion with a criterion's score; empty where there is none.</summary>
    public string Comment(int criterion) => _comments?[criterion] ?? "";

    /// <summary>The sum of the weighted scores.</summary>
    /// <param name="rubric">The criteria, in the rubric's order.</param>
    /// <exception cref="InvalidOperationException">A score is missing.</exception>
    public decimal Total(IReadOnlyList<Criterion> rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var total = 0m;
        for (var i = 0; i < _points.Length; i++)
        {
            total += rubric[i].Weighted(_points[i] ?? throw new InvalidOperationException($"Judge '{judge}' has no score for criterion {rubric[i].Code}."));
        }
        return total;
    }

    /// <summary>The judge's submission that counts for the entry; null where there is none.</summary>
    internal int? Submission { get; private set; }

    /// <summary>The number of the last upload that says something of it.</summary>
    internal int LastUpload { get; set; }

    /// <summary>Takes away all that was there: a judge's submission counts as a whole.</summary>
    /// <param name="submission">The submission's number.</param>
    /// <returns>How many scores there were.</returns>
    internal int Begin(int submission)
    {
        var were = _points.Count(points => points.HasValue);
        Array.Clear(_points);
        _comments = null;
        Submission = submission;
        return were;
    }

    /// <summary>Puts a suggestion in place of whatever was there; the score stands.</summary>
    internal void Say(int criterion, string comment)
    {
        _comments ??= new string[_points.Length];
        _comments[criterion] = comment;
    }

    /// <summary>Takes a score away.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool Drop(int criterion)
    {
        var was = _points[criterion] is not null;
        _points[criterion] = null;
        return was;
    }

    /// <summary>Puts a score in place of whatever was there.</summary>
    /// <returns>Whether there was none.</returns>
    internal bool Put(int criterion, decimal points, string comment)
    {
        var isNew = _points[criterion] is null;
        _points[criterion] = points;
        if (comment.Length > 0 || _comments is not null)
        {
            _comments ??= new string[_points.Length];
            _comments[criterion] = comment;
        }
        return isNew;
    }
}
