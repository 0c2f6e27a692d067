using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>A cycle's results and statistics at any time: of the frozen scores once it is closed, before that as they stand.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="books">What counts so far.</param>
/// <param name="results">Frozen results.</param>
/// <param name="frozen">Frozen scores.</param>
public sealed class CycleReports(CycleStore cycles, ScoreBooks books, ResultsStore results, FrozenScores frozen)
{
    // Frozen results never change, those of 7,850 entries are 8 MB to read, and readers turn their pages one after the other.
    private volatile Kept? _kept;

    /// <summary>The results.</summary>
    public async Task<CycleResults> ResultsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (!cycle.IsFrozen)
        {
            return (await books.OfAsync(cycle, cancellationToken)).Results(provisional: true);
        }
        var kept = _kept;
        if (kept is null || kept.Cycle != cycle.Id || kept.Sha256 != cycle.ResultsSha256)
        {
            _kept = kept = new Kept(cycle.Id, cycle.ResultsSha256, await results.ReadAsync(cycle, cancellationToken));
        }
        return kept.Results;
    }

    /// <summary>What is missing before the cycle could close; nothing once it is closed.</summary>
    public async Task<ScoreProgress> ProgressAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.IsCollecting
            ? ScoreProgress.Of(await cycles.DefinitionAsync(cycle, cancellationToken), await books.OfAsync(cycle, cancellationToken))
            : new ScoreProgress(0, []);
    }

    /// <summary>The statistics.</summary>
    /// <exception cref="CycleConflictException">The cycle was closed before scores were kept with results.</exception>
    public async Task<CycleStatistics> StatisticsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        if (!cycle.IsFrozen)
        {
            return new ScoreStatistics(definition, await books.OfAsync(cycle, cancellationToken)).Of(provisional: true, scoresSha256: null);
        }
        var (book, whole) = await frozen.OpenAsync(cycle, cancellationToken);
        return new ScoreStatistics(definition, book).Of(provisional: false, whole.ScoresSha256);
    }

    private sealed record Kept(CycleId Cycle, string? Sha256, CycleResults Results);
}
