using System.Collections.Concurrent;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using Microsoft.Extensions.Caching.Memory;

namespace AwardFlow.Scoring;

/// <summary>
/// Opens the book of a cycle's accepted scores. Accepted uploads never change, so the book of a definition and a number
/// of uploads is the same for ever: the last ones used are kept in memory, up to a bound.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What counts.</param>
public sealed class ScoreBooks(CycleStore cycles, AcceptedRows accepted) : IScoresSoFar, IDisposable
{
    // A score takes about 50 bytes in a book: 100 MB at most, or six cycles of 330,000 scores.
    private const long MostScores = 2_000_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostScores });
    private readonly ConcurrentDictionary<Key, Lazy<Task<ScoreBook>>> _reading = new();

    /// <summary>The book of a cycle as its row counts its uploads.</summary>
    /// <param name="cycle">The cycle's row; with a lower number of uploads, the book is as it was then.</param>
    /// <param name="cancellationToken">Stops waiting; the book is read on for whoever else waits.</param>
    public async Task<ScoreBook> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await FindAsync(new Key(cycle.Id, cycle.DefinitionSha256, cycle.Uploads), key => ReadAsync(key, cycle), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IStandingScores> OfAsync(Cycle cycle, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(uploads);
        var numbers = string.Join(' ', uploads.Select(upload => upload.Number));
        return numbers.Length == 0 ? NoScores.Instance
            : await FindAsync(new Key(cycle.Id, cycle.DefinitionSha256, 0, numbers), key => ReadAsync(key, cycle, uploads), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IStandingScores> SoFarAsync(Cycle cycle, CancellationToken cancellationToken) => await OfAsync(cycle, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private async Task<ScoreBook> FindAsync(Key key, Func<Key, Task<ScoreBook>> read, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(key, out ScoreBook? kept))
        {
            return kept!;
        }
        var reading = _reading.GetOrAdd(key, _ => new Lazy<Task<ScoreBook>>(() => read(key)));
        return await reading.Value.WaitAsync(cancellationToken);
    }

    // Whose entries they are, and what is withdrawn, is nothing to what single uploads say.
    private async Task<ScoreBook> ReadAsync(Key key, Cycle cycle, IReadOnlyList<Upload> uploads)
    {
        try
        {
            var definition = await cycles.DefinitionAsync(cycle, CancellationToken.None);
            return Keep(
                key, await ScoreBook.ReadAsync(definition, [], accepted.ScoresAsync(cycle, uploads, CancellationToken.None), [], CancellationToken.None));
        }
        finally
        {
            _reading.TryRemove(key, out _);
        }
    }

    private async Task<ScoreBook> ReadAsync(Key key, Cycle cycle)
    {
        try
        {
            var definition = await cycles.DefinitionAsync(cycle, CancellationToken.None);
            var history = await accepted.HistoryAsync(cycle, CancellationToken.None);
            var uploads = AcceptedRows.Counting(history);
            var entries = await accepted.EntriesAsync(cycle, uploads, CancellationToken.None);
            return Keep(
                key,
                await ScoreBook.ReadAsync(
                    definition, entries, accepted.ScoresAsync(cycle, uploads, CancellationToken.None), Withdrawal.Of(history), CancellationToken.None));
        }
        finally
        {
            _reading.TryRemove(key, out _);
        }
    }

    private ScoreBook Keep(Key key, ScoreBook book) =>
        _kept.Set(key, book, new MemoryCacheEntryOptions { Size = Math.Max(1, book.Count + book.Entries.Count) });

    private sealed record Key(CycleId CycleId, string DefinitionSha256, int Uploads, string Numbers = "");
}
