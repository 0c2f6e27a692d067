using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records.Retention;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Records.Report;

/// <summary>Takes a cycle's figures from its frozen results and its ledger.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="agreements">How far the judges agreed.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="trail">The cycle's trail.</param>
/// <param name="time">The clock.</param>
public sealed class FigureReader(CycleStore cycles, ResultsStore results, KeptAgreement agreements, DeliveryLedger ledger, TrailWriter trail, TimeProvider time)
{
    private static readonly StringComparer Thai = StringComparer.Create(CultureInfo.GetCultureInfo("th"), ignoreCase: false);

    /// <summary>The figures as they are now.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its scores are not frozen.</exception>
    internal async Task<CycleFigures> ReadAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.ResultsSha256 is null)
        {
            throw new CycleConflictException(ReportTexts.NotClosed);
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var whole = await results.ReadAsync(cycle, cancellationToken);
        var entries = whole.Entries.Where(result => result.Withdrawn != true).ToList();
        var averages = entries.Select(result => result.Average).OfType<decimal>().ToList();
        return new CycleFigures
        {
            Definition = definition,
            Cycle = cycle,
            At = time.GetUtcNow(),
            Trail = (await trail.HeadAsync(cycle.Id.Text, cancellationToken)).Mark,
            Entries = entries.Count,
            Withdrawn = whole.Entries.Count - entries.Count,
            Scored = averages.Count,
            Passed = entries.Count(result => result.Passed == true),
            Mean = averages.Count == 0 ? null : Averages.Of(averages),
            Highest = averages.Count == 0 ? null : averages.Max(),
            Lowest = averages.Count == 0 ? null : averages.Min(),
            Categories = Categories(definition, OverallAverages.Of(whole)),
            Provinces =
            [
                .. entries.GroupBy(result => result.Entry.Province, StringComparer.Ordinal)
                    .OrderBy(province => province.Key.Length == 0)
                    .ThenBy(province => province.Key, Thai)
                    .Select(province => new ProvinceFigure(
                        province.Key, province.Count(), province.Count(result => result.Passed == true),
                        province.Select(result => result.Average).OfType<decimal>().ToList() is { Count: > 0 } some ? Averages.Of(some) : null)),
            ],
            Distribution = Distribution(averages, definition.HighestTotal()),
            Agreement = await agreements.FindAsync(cycle, cancellationToken),
            Delivery = await DeliveryAsync(
                ledger.ListAsync(cycle.Id, cancellationToken), cycle.SentAt?.AddDays(definition.ReceiptsOrUsual().ClosesReceiptsAfterDays)),
            Corrections = cycle.Corrections == 0
                ? new DeliveryFigures()
                : await DeliveryAsync(ledger.CorrectionsAsync(cycle.Id, cancellationToken), closesAt: null),
        };
    }

    /// <summary>How many averages lie in each tenth of the highest that there can be.</summary>
    internal static IReadOnlyList<int> Distribution(IEnumerable<decimal> averages, decimal highest)
    {
        var bars = new int[CycleFigures.Bars];
        foreach (var average in averages)
        {
            bars[highest <= 0 ? 0 : (int)Math.Clamp(Math.Floor(average * CycleFigures.Bars / highest), 0, CycleFigures.Bars - 1)]++;
        }
        return bars;
    }

    private static List<CategoryFigure> Categories(CycleDefinition definition, OverallAverages overall)
    {
        var criteria = overall.Criteria.ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        decimal? Points(Criterion criterion) =>
            criteria.TryGetValue(criterion.Code, out var average) ? average.Weighted ?? criterion.Weighted(average.Average) : null;
        return
        [
            .. definition.Rubric.Select(category => new CategoryFigure(
                category.Title, category.Criteria.Sum(criterion => criterion.Weighted(criterion.Max)),
                category.Criteria.Aggregate((decimal?)0, (sum, criterion) => sum + Points(criterion)))),
        ];
    }

    private static async Task<DeliveryFigures> DeliveryAsync(IAsyncEnumerable<LetterDelivery> letters, DateTimeOffset? closesAt)
    {
        var figures = new DeliveryFigures { ClosesAt = closesAt };
        await foreach (var row in letters)
        {
            figures = figures.With(row);
        }
        return figures;
    }
}
