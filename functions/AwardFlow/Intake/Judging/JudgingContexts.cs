using AwardFlow.Cycles;
using Microsoft.Extensions.Caching.Memory;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// Looks up what judges score. Of a definition and a number of uploads it is the same for ever: the last ones used are kept in
/// memory, up to a bound, so that a save does not read the list of entries again.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What counts.</param>
public sealed class JudgingContexts(CycleStore cycles, AcceptedRows accepted) : IDisposable
{
    // An entry takes about a kilobyte.
    private const long MostEntries = 50_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    internal async Task<JudgingContext> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var key = (cycle.Id, cycle.DefinitionSha256, cycle.Uploads);
        if (_kept.TryGetValue(key, out JudgingContext? kept))
        {
            return kept!;
        }
        var history = await accepted.HistoryAsync(cycle, cancellationToken);
        var entries = await accepted.EntriesAsync(cycle, AcceptedRows.Counting(history), cancellationToken);
        var context = new JudgingContext(await cycles.DefinitionAsync(cycle, cancellationToken), history, entries);
        return _kept.Set(key, context, new MemoryCacheEntryOptions { Size = Math.Max(1, entries.Count + history.Count) });
    }
}
