using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Scoring;

/// <summary>
/// Works out averages, ranks and gaps. Exact decimal arithmetic throughout; a judge who left a criterion of an entry
/// without a score counts for nothing in that entry's average, since a partial total would pull it down, and so does one
/// who may not score it.
/// </summary>
public sealed class ScoreBook : IStandingScores
{
    private readonly CycleDefinition _definition;
    private readonly Criterion[] _criteria;
    private readonly Dictionary<string, int> _places;
    private readonly ScoreFit _fit;
    private readonly ConflictsOfInterest _conflicts;
    private readonly WithdrawnScores _withdrawn;
    private readonly JudgeSpellings _spellings;
    private readonly SortedSet<JudgeName> _judges = new(Comparer<JudgeName>.Create((one, other) => string.CompareOrdinal(one.Text, other.Text)));
    private readonly Dictionary<EntryCode, List<JudgeSheet>> _sheets = [];
    private CycleResults? _results;

    /// <summary>Opens a book.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="scores">The scores in the order in which they came: of several for one entry, judge and criterion, the last counts.</param>
    /// <param name="withdrawals">What is withdrawn; null for nothing.</param>
    public ScoreBook(CycleDefinition definition, IReadOnlyList<Entry> entries, IEnumerable<Score> scores, IReadOnlyList<Withdrawal>? withdrawals = null)
        : this(definition, entries, withdrawals ?? [])
    {
        ArgumentNullException.ThrowIfNull(scores);
        foreach (var score in scores)
        {
            Put(score);
        }
    }

    private ScoreBook(CycleDefinition definition, IReadOnlyList<Entry> entries, IReadOnlyList<Withdrawal> withdrawals)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _definition = definition;
        Entries = entries;
        _criteria = [.. definition.Criteria()];
        _places = _criteria.Index().ToDictionary(each => each.Item.Code, each => each.Index, StringComparer.Ordinal);
        _fit = new ScoreFit(definition);
        _conflicts = new ConflictsOfInterest(definition);
        _spellings = new JudgeSpellings(definition.Judges);
        _withdrawn = new WithdrawnScores(
            [.. withdrawals.Select(each => each.Judge is { } judge ? each with { Judge = _spellings.Find(judge) ?? judge } : each)]);
    }

    /// <summary>The cycle's entries, in the order in which they came.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The criteria, in the rubric's order.</summary>
    public IReadOnlyList<Criterion> Criteria => _criteria;

    /// <summary>Everybody who scored anything, by name as <see cref="JudgeSpellings"/> has it.</summary>
    public IReadOnlyCollection<JudgeName> Judges => _judges;

    /// <summary>How many scores there are.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a book on scores that come from storage.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="scores">The scores in the order in which they came.</param>
    /// <param name="withdrawals">What is withdrawn.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ScoreBook> ReadAsync(
        CycleDefinition definition,
        IReadOnlyList<Entry> entries,
        IAsyncEnumerable<Score> scores,
        IReadOnlyList<Withdrawal> withdrawals,
        CancellationToken cancellationToken)
    {
        var book = new ScoreBook(definition, entries, withdrawals);
        await foreach (var score in scores.WithCancellation(cancellationToken))
        {
            book.Put(score);
        }
        return book;
    }

    /// <summary>What the judges gave an entry, by their names.</summary>
    public IReadOnlyList<JudgeSheet> Sheets(EntryCode entryCode) =>
        _sheets.TryGetValue(entryCode, out var sheets) ? [.. sheets.OrderBy(sheet => sheet.Judge.Text, StringComparer.Ordinal)] : [];

    /// <summary>What one judge, in any spelling, gave an entry; null where that is nothing.</summary>
    public JudgeSheet? Sheet(EntryCode entryCode, JudgeName judge)
    {
        var name = _spellings.Find(judge);
        return _sheets.GetValueOrDefault(entryCode)?.Find(sheet => sheet.Judge == name);
    }

    /// <inheritdoc/>
    public decimal? Points(EntryCode entryCode, JudgeName judge, string criterion) =>
        Place(criterion) is >= 0 and var place ? Sheet(entryCode, judge)?.Points[place] : null;

    /// <inheritdoc/>
    public string Comment(EntryCode entryCode, JudgeName judge, string criterion) =>
        Place(criterion) is >= 0 and var place ? Sheet(entryCode, judge)?.Comment(place) ?? "" : "";

    /// <inheritdoc/>
    public bool IsComplete(EntryCode entryCode, JudgeName judge) => Sheet(entryCode, judge)?.IsComplete == true;

    /// <inheritdoc/>
    public int LastUpload(EntryCode entryCode, JudgeName judge) => Sheet(entryCode, judge)?.LastUpload ?? 0;

    /// <inheritdoc/>
    public int? Submission(EntryCode entryCode, JudgeName judge) => Sheet(entryCode, judge)?.Submission;

    /// <inheritdoc/>
    public bool IsScored(EntryCode entryCode) => _sheets.TryGetValue(entryCode, out var sheets) && sheets.Exists(sheet => sheet.HasPoints);

    /// <summary>Whether an entry is withdrawn.</summary>
    public bool IsWithdrawn(EntryCode entryCode) => _withdrawn.IsWithdrawn(entryCode);

    private bool MayNotScore(JudgeName judge, EntryCode entryCode) => _conflicts.MayNotScore(judge, entryCode) || _withdrawn.IsWithdrawn(entryCode, judge);

    /// <summary>The place of a criterion in the rubric; -1 where it has none.</summary>
    public int Place(string criterion) => _places.GetValueOrDefault(criterion, -1);

    /// <summary>
    /// What is missing before every entry has a score for every criterion from every judge who may score it, and has as
    /// many judges as the cycle wants.
    /// </summary>
    public IEnumerable<MissingScores> Missing()
    {
        var judges = _definition.Judges?.Select(judge => judge.Name).ToList() ?? _judges.ToList();
        foreach (var entry in Entries.Where(entry => !IsWithdrawn(entry.Code)))
        {
            var eligible = judges.Where(judge => !MayNotScore(judge, entry.Code)).ToList();
            if (eligible.Count < Math.Max(1, _definition.MinimumJudges ?? 1))
            {
                yield return new MissingScores(entry.Code, null, Codes(_criteria));
            }
            foreach (var judge in eligible)
            {
                var sheet = Sheet(entry.Code, judge);
                var missing = _criteria.Where((_, place) => sheet?.Points[place] is null).ToList();
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
        _results ??= Reckon();
        return _results with { Provisional = provisional };
    }

    /// <summary>All scores, by entry, judge and criterion: the same scores are always in the same order.</summary>
    public IEnumerable<Score> Scores() =>
        from entry in Entries.OrderBy(entry => entry.Code.Text, StringComparer.Ordinal)
        from sheet in Sheets(entry.Code)
        from place in Enumerable.Range(0, _criteria.Length)
        where sheet.Points[place].HasValue || sheet.Comment(place).Length > 0
        select new Score(entry.Code, sheet.Judge, _criteria[place].Code, sheet.Points[place], sheet.Comment(place));

    private void Put(Score score)
    {
        // A definition that was changed may know a criterion or a judge no more: what they scored stays in the sheets alone.
        if (!_places.TryGetValue(score.Criterion, out var place) || !_fit.Knows(score.Judge))
        {
            return;
        }
        var judge = _spellings.Of(score.Judge);
        if (!_sheets.TryGetValue(score.EntryCode, out var sheets))
        {
            _sheets.Add(score.EntryCode, sheets = []);
        }
        var sheet = sheets.Find(sheet => sheet.Judge == judge);
        if (sheet is null)
        {
            sheets.Add(sheet = new JudgeSheet(judge, MayNotScore(judge, score.EntryCode), _criteria.Length));
        }
        if (score.Submission is { } submission && sheet.Submission != submission)
        {
            Count -= sheet.Begin(submission);
        }
        sheet.LastUpload = score.Upload;
        if (score.Points is { } beyond && !_fit.Takes(score.Criterion, beyond))
        {
            // What it had replaced does not come back.
            Count -= sheet.Drop(place) ? 1 : 0;
        }
        else if (score.Points is { } points)
        {
            _judges.Add(judge);
            Count += sheet.Put(place, points, score.Comment) ? 1 : 0;
        }
        else
        {
            sheet.Say(place, score.Comment);
        }
    }

    private CycleResults Reckon()
    {
        var results = Entries.Select(Result)
            .OrderByDescending(result => result.Average.HasValue).ThenByDescending(result => result.Average)
            .ThenBy(result => result.Entry.Code.Text, StringComparer.Ordinal).ToList();
        int rank = 0;
        for (var i = 0; i < results.Count && results[i].Average is { } average; i++)
        {
            rank = i > 0 && results[i - 1].Average == average ? rank : i + 1;
            results[i] = results[i] with { Rank = rank, Passed = average >= _definition.PassMark };
        }
        Number(results);
        return new CycleResults
        {
            Cycle = _definition.Id,
            Provisional = true,
            Judges = [.. _judges],
            Entries = results,
            Withdrawals = _withdrawn.All.Count > 0 ? _withdrawn.All : null,
        };
    }

    // Letters are numbered by code, not by rank: a number must not say how an entry did.
    private void Number(List<EntryResult> results)
    {
        var numbered = _definition.Letter.FirstNumber is not null || _definition.Certificate?.Number is not null;
        var serials = results.Where(result => numbered && result.Average is not null).Select(result => result.Entry.Code).Order(EntryCodeOrder.Counting)
            .Index().ToDictionary(code => code.Item.Text, code => code.Index + 1, StringComparer.Ordinal);
        for (var i = 0; i < results.Count; i++)
        {
            int? serial = serials.TryGetValue(results[i].Entry.Code.Text, out var found) ? found : null;
            results[i] = results[i] with { Entry = results[i].Entry with { Serial = serial } };
        }
    }

    private EntryResult Result(Entry entry)
    {
        var sheets = Sheets(entry.Code);
        var counted = sheets.Where(sheet => sheet.Counts).ToList();
        var kept = Averages.Kept(counted, sheet => sheet.Total(_criteria), sheet => sheet.Judge.Order, _definition.Average);
        var isWithdrawn = IsWithdrawn(entry.Code);
        var hasAverage = !isWithdrawn && counted.Count >= Math.Max(1, _definition.MinimumJudges ?? 1);
        return new EntryResult
        {
            Entry = entry,
            Withdrawn = isWithdrawn ? true : null,
            Judges = counted.Count,
            Average = hasAverage ? Averages.Of([.. kept.Select(sheet => sheet.Total(_criteria))]) : null,
            Criteria = hasAverage
                ? [.. _criteria.Select((criterion, place) => Average(criterion, [.. kept.Select(sheet => sheet.Points[place]!.Value)]))]
                : [],
            Comments = [.. sheets.Where(sheet => !sheet.IsLeftOut && sheet.HasPoints)
                .SelectMany(sheet => Enumerable.Range(0, _criteria.Length).Select(sheet.Comment)).Where(comment => comment.Length > 0)],
        };
    }

    private static CriterionAverage Average(Criterion criterion, decimal[] points) => new(
        criterion.Code, Averages.Of(points),
        criterion.Weight is null ? null : Averages.Of(Array.ConvertAll(points, criterion.Weighted)));

    private static string[] Codes(IEnumerable<Criterion> criteria) => [.. criteria.Select(criterion => criterion.Code)];
}
