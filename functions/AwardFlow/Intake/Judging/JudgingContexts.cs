using System.Collections.Concurrent;
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

    // After each submission all judges' pages ask for the same at once: it is read once.
    private readonly ConcurrentDictionary<Key, Lazy<Task<JudgingContext>>> _reading = new();

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    internal async Task<JudgingContext> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var key = new Key(cycle.Id, cycle.DefinitionSha256, cycle.Uploads);
        return _kept.TryGetValue(key, out JudgingContext? kept) ? kept!
            : await _reading.GetOrAdd(key, _ => new Lazy<Task<JudgingContext>>(() => ReadAsync(key, cycle))).Value.WaitAsync(cancellationToken);
    }

    private async Task<JudgingContext> ReadAsync(Key key, Cycle cycle)
    {
        try
        {
            var history = await accepted.HistoryAsync(cycle, CancellationToken.None);
            var entries = await accepted.EntriesAsync(cycle, AcceptedRows.Counting(history), CancellationToken.None);
            var context = new JudgingContext(await cycles.DefinitionAsync(cycle, CancellationToken.None), history, entries);
            return _kept.Set(key, context, new MemoryCacheEntryOptions { Size = Math.Max(1, entries.Count + history.Count) });
        }
        finally
        {
            _reading.TryRemove(key, out _);
        }
    }

    private sealed record Key(CycleId Cycle, string Definition, int Uploads);
}
