using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>
/// Writes the hashes of entries' journals to the cycle's trail: a page's when it is mailed, and what came later when the cycle
/// is completed. So a mail is one line of a journal, and thousands of mails do not queue for one end of one trail.
/// </summary>
/// <param name="storage">Where journals and trails are kept.</param>
/// <param name="results">Which entries are on which page.</param>
/// <param name="time">The clock.</param>
public sealed class JournalTrail(IStorage storage, ResultsStore results, TimeProvider time)
{
    // With keys of any length they fit a row.
    private const int MostLines = 400;

    private readonly TrailWriter _trail = new(storage.Rows);
    private readonly TrailReader _reader = new(storage.Rows);
    private readonly LedgerTallies _tallies = new(storage.Rows);

    /// <summary>Writes the hashes of a page's journals, if all of it is mailed and they are not written yet.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task KeepPageAsync(Cycle cycle, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        while ((await UnkeptAsync(cycle, cancellationToken)).FirstOrDefault(tally => tally.Page == page) is { } tally)
        {
            var chunks = (await LinesAsync(cycle, page, cancellationToken)).Chunk(MostLines).ToList();
            foreach (var (index, lines) in chunks.Index())
            {
                // Where a mail of the page came between, the last one is not written, and the page is looked at again.
                await _trail.CommitAsync(
                    cycle.Id.Text,
                    mark => index < chunks.Count - 1 ? [] : [RowChange.Replace(tally with { TrailLine = mark.Lines })],
                    Entry(TrailKind.PageMailed, page, lines),
                    cancellationToken);
            }
        }
    }

    /// <summary>Writes the hashes of the journals of all pages that are mailed and are not written yet.</summary>
    public async Task KeepPagesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        foreach (var tally in await UnkeptAsync(cycle, cancellationToken))
        {
            await KeepPageAsync(cycle, tally.Page, cancellationToken);
        }
    }

    /// <summary>Writes the hashes of all lines of journals that the trail does not have yet. Run again, it writes those that came since.</summary>
    public async Task KeepLeftAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var kept = await _reader.KeptRowsAsync(cycle.Text, cancellationToken);
        var left = storage.Rows.ListAsync(cycle.Text, RowRange.Prefix(DeliveryTransition.AllPrefix), cancellationToken).Where(row => !kept.Contains(row.Key));
        await foreach (var lines in left.Chunk(MostLines).WithCancellation(cancellationToken))
        {
            await _trail.CommitAsync(cycle.Text, [], Entry(TrailKind.JournalsKept, page: null, lines), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<PageTally>> UnkeptAsync(Cycle cycle, CancellationToken cancellationToken) =>
        [.. (await _tallies.ListAsync(cycle.Id, cycle.Round, letter: 1, cancellationToken)).Where(tally => tally is { IsMailed: true, TrailLine: 0 })];

    private async Task<List<Row>> LinesAsync(Cycle cycle, int page, CancellationToken cancellationToken)
    {
        var codes = (await results.ReadPageAsync(cycle, page, cancellationToken))
            .Select(result => result.Entry.Code)
            .OrderBy(code => code.Text, StringComparer.Ordinal).ToList();
        var range = RowRange.Of(DeliveryTransition.Prefix(codes[0]), RowRange.Prefix(DeliveryTransition.Prefix(codes[^1])).Before);
        return await storage.Rows.ListAsync(cycle.Id.Text, range, cancellationToken).ToListAsync(cancellationToken);
    }

    private TrailEntry Entry(string kind, int? page, IReadOnlyList<Row> lines) => new(kind, By: null, time.GetUtcNow())
    {
        After = TrailValues.Of(("page", page), ("lines", lines.Count)),
        Rows = TrailValues.HashesOf(lines),
    };
}
