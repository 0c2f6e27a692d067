using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>A cycle's results at any time: frozen ones once it is closed, before that as they stand.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What counts so far.</param>
/// <param name="frozen">Frozen results.</param>
public sealed class CycleReports(CycleStore cycles, AcceptedRows accepted, ResultsStore frozen)
{
    /// <summary>The results.</summary>
    public async Task<CycleResults> ResultsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (!cycle.IsCollecting)
        {
            return await frozen.ReadAsync(cycle.Id, cancellationToken);
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var book = new ScoreBook(definition, await accepted.EntriesAsync(cycle, cancellationToken), await accepted.ScoresAsync(cycle, cancellationToken));
        return book.Results(provisional: true);
    }
}
