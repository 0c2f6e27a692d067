using AwardFlow.Cycles;

namespace AwardFlow.Scoring;

/// <summary>Works out a cycle's statistics from its book. The same scores always give the same statistics.</summary>
/// <param name="definition">The cycle.</param>
/// <param name="book">Its scores.</param>
public sealed class ScoreStatistics(CycleDefinition definition, ScoreBook book)
{
    // What a double carries beyond this is noise of the reckoning.
    private const int Decimals = 4;

    private readonly List<(EntryCode Code, IReadOnlyList<JudgeSheet> All, List<(JudgeSheet Sheet, decimal Total)> Counted)> _entries =
    [
        .. book.Entries.Where(entry => !book.IsWithdrawn(entry.Code))
            .OrderBy(entry => entry.Code.Text, StringComparer.Ordinal)
            .Select(entry => (entry.Code, Sheets: book.Sheets(entry.Code)))
            .Select(
                entry => (entry.Code, entry.Sheets, entry.Sheets.Where(sheet => sheet.Counts).Select(sheet => (sheet, sheet.Total(book.Criteria))).ToList())),
    ];

    /// <summary>The statistics.</summary>
    /// <param name="provisional">Whether scores may still change.</param>
    /// <param name="scoresSha256">SHA-256 of the frozen scores; null while scores may change.</param>
    public CycleStatistics Of(bool provisional, string? scoresSha256)
    {
        var standouts = Standouts().OrderByDescending(score => Math.Abs(score.Distance)).ThenBy(score => score.EntryCode.Text, StringComparer.Ordinal)
            .ThenBy(score => score.Judge.Text, StringComparer.Ordinal).ThenBy(score => score.Criterion, StringComparer.Ordinal).ToList();
        return new CycleStatistics
        {
            Cycle = definition.Id,
            Provisional = provisional,
            ScoresSha256 = scoresSha256,
            Agreement = AgreementOfAll(),
            Judges = Judges(),
            Entries = [.. _entries.Select(entry => Spread(entry.Code, [.. entry.Counted.Select(each => each.Total)]))],
            StandoutCount = standouts.Count,
            Standouts = [.. standouts.Take(CycleStatistics.MostStandouts)],
        };
    }

    private Agreement AgreementOfAll()
    {
        var judges = _entries.SelectMany(entry => entry.Counted.Select(each => each.Sheet.Judge)).Distinct().Count();
        // Sheets come by judge, so columns line up where none is missing.
        var agreement = Agreement.Of(
            [.. _entries.Where(entry => entry.Counted.Count == judges && judges > 0).Select(entry => entry.Counted.Select(each => each.Total).ToArray())]);
        return agreement with
        {
            Judges = judges,
            KendallW = Rounded(agreement.KendallW),
            ChiSquare = Rounded(agreement.ChiSquare),
            IntraclassCorrelation = Rounded(agreement.IntraclassCorrelation),
            IntraclassCorrelationOfMean = Rounded(agreement.IntraclassCorrelationOfMean),
        };
    }

    private List<JudgeStatistics> Judges()
    {
        var totals = book.Judges.ToDictionary(judge => judge, _ => new List<decimal>());
        var deviations = book.Judges.ToDictionary(judge => judge, _ => new List<decimal>());
        var incomplete = new Dictionary<JudgeName, int>();
        var leftOut = new Dictionary<JudgeName, int>();
        foreach (var (_, all, counted) in _entries)
        {
            foreach (var sheet in all.Where(sheet => !sheet.Counts))
            {
                var counts = sheet.IsLeftOut ? leftOut : incomplete;
                counts[sheet.Judge] = counts.GetValueOrDefault(sheet.Judge) + 1;
            }
            var sum = counted.Sum(each => each.Total);
            foreach (var (sheet, total) in counted)
            {
                totals[sheet.Judge].Add(total);
                if (counted.Count > 1)
                {
                    deviations[sheet.Judge].Add(total - (sum - total) / (counted.Count - 1));
                }
            }
        }
        return
        [
            .. book.Judges.Select(judge => new JudgeStatistics(
                judge, totals[judge].Count, incomplete.GetValueOrDefault(judge), leftOut.GetValueOrDefault(judge),
                totals[judge].Count == 0 ? null : Averages.Of(totals[judge]),
                Deviation(totals[judge]),
                deviations[judge].Count == 0 ? null : Math.Round(deviations[judge].Average(), Decimals, MidpointRounding.AwayFromZero))),
        ];
    }

    private IEnumerable<StandoutScore> Standouts()
    {
        var highest = definition.HighestTotal();
        foreach (var (code, _, counted) in _entries)
        {
            foreach (var standout in Standouts(code, null, [.. counted.Select(each => (each.Sheet.Judge, each.Total))], highest))
            {
                yield return standout;
            }
            for (var place = 0; place < book.Criteria.Count; place++)
            {
                var (criterion, at) = (book.Criteria[place], place);
                foreach (var standout in Standouts(
                    code, criterion.Code, [.. counted.Select(each => (each.Sheet.Judge, each.Sheet.Points[at]!.Value))], criterion.Max))
                {
                    yield return standout;
                }
            }
        }
    }

    private static IEnumerable<StandoutScore> Standouts(
        EntryCode entry, string? criterion, IReadOnlyList<(JudgeName Judge, decimal Points)> scores, decimal max) =>
        StandoutScores.Of([.. scores.Select(score => score.Points)], max, out var median)
            .Select(each => new StandoutScore(entry, scores[each.Place].Judge, criterion, scores[each.Place].Points, median, Rounded(each.Distance)!.Value));

    private static EntrySpread Spread(EntryCode entry, List<decimal> totals) => totals.Count == 0
        ? new EntrySpread(entry, 0, null, null, null, null)
        : new EntrySpread(entry, totals.Count, totals.Min(), totals.Max(), totals.Max() - totals.Min(), Deviation(totals));

    private static double? Deviation(List<decimal> values)
    {
        if (values.Count < 2)
        {
            return null;
        }
        var mean = values.Average();
        return Rounded(Math.Sqrt((double)(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1))));
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, Decimals, MidpointRounding.AwayFromZero) : null;
}
