using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erases the telephone numbers of a cycle that is over: from its frozen results, which are frozen anew without them, and from
/// the lists of entries. A list stays as it was understood, without the numbers; the file as it was sent had them, and goes.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="accepted">The lists as they were understood.</param>
/// <param name="time">The clock.</param>
public sealed class TelephoneNumbers(IStorage storage, CycleStore cycles, ResultsStore results, AcceptedRows accepted, TimeProvider time)
{
    private const string PagePrefix = "page-";
    private const string Whole = "results.json";

    /// <summary>Erases them. Cut off, it is done again.</summary>
    /// <param name="cycle">The cycle, over, with no correction under way.</param>
    /// <param name="cancellationToken">Stops between one file and the next.</param>
    /// <returns>Of how many entries there was one.</returns>
    public async Task<int> EraseAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var count = await FrozenAsync(cycle, cancellationToken);
        await EarlierAsync(await cycles.GetAsync(cycle.Id, cancellationToken), cancellationToken);
        return Math.Max(count, await ListsAsync(cycle, cancellationToken));
    }

    // The new results are there before the cycle's row names them, and the old ones go after it does.
    private async Task<int> FrozenAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        if (cycle.ResultsSha256 is not { } before
            || await results.ReadAsync(cycle, cancellationToken) is var whole
                && whole.Entries.Count(result => result.Entry.Phone is not null) is not (> 0 and var count))
        {
            return 0;
        }
        var (after, _, parts) = await results.WriteAsync(whole with { Entries = [.. whole.Entries.Select(Without)] }, cancellationToken);
        await cycles.ChangeAsync(
            cycle.Id,
            row => row.ResultsSha256 == before ? row with { ResultsSha256 = after, ResultPartsSha256 = row.ResultPartsSha256 is null ? null : parts } : row,
            (_, _) => new TrailEntry(TrailKind.RecordsErased, By: null, time.GetUtcNow())
            {
                Before = TrailValues.Of(("results", before)),
                After = TrailValues.Of(("kind", RetentionKind.Telephones), ("results", after)),
            },
            cancellationToken);
        return count;
    }

    // Results of earlier rounds, of closings that others overtook, and what was frozen before this began.
    private async Task EarlierAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var current = $"{cycle.Id}/{cycle.ResultsSha256}/";
        foreach (var blob in await storage.Results.ListAsync($"{cycle.Id}/", cancellationToken)
            .Where(blob => !blob.Name.StartsWith(current, StringComparison.Ordinal))
            .ToListAsync(cancellationToken))
        {
            var name = blob.Name[(blob.Name.LastIndexOf('/') + 1)..];
            if (name == Whole && await storage.Results.ReadJsonAsync<CycleResults>(blob.Name, cancellationToken) is var whole && whole.Entries.Any(Has))
            {
                await storage.Results.WriteJsonAsync(blob.Name, whole with { Entries = [.. whole.Entries.Select(Without)] }, cancellationToken);
            }
            else if (name.StartsWith(PagePrefix, StringComparison.Ordinal)
                && await storage.Results.ReadJsonAsync<EntryResult[]>(blob.Name, cancellationToken) is var page && page.Any(Has))
            {
                await storage.Results.WriteJsonAsync(blob.Name, page.Select(Without), cancellationToken);
            }
        }
    }

    private async Task<int> ListsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var count = 0;
        var uploads = await storage.Rows.ListAsync<Upload>(cycle.Id.Text, RowRange.Prefix(Upload.RowPrefix), cancellationToken)
            .Where(upload => upload.Kind == UploadKind.Entries)
            .ToListAsync(cancellationToken);
        foreach (var upload in uploads)
        {
            var entries = await accepted.EntriesAsync(cycle, upload, cancellationToken).ToListAsync(cancellationToken);
            if (!entries.Exists(entry => entry.Phone is not null))
            {
                continue;
            }
            count = Math.Max(count, entries.Count(entry => entry.Phone is not null));
            // First the file as it was sent: as long as the rows have numbers, this is done again.
            await storage.Uploads.DeleteAsync($"{cycle.Id}/{upload.SourceBlob}", cancellationToken);
            using var rows = RowsWriter.OfEntries(
                phones: false, postal: entries.Exists(entry => entry.PostalAddress is not null), urls: entries.Exists(entry => entry.Url is not null));
            foreach (var entry in entries)
            {
                rows.Put(entry with { Phone = null });
            }
            var (file, _) = await rows.FinishAsync(cancellationToken);
            await storage.Uploads.WriteAsync(new NewBlob($"{cycle.Id}/{upload.RowsBlob}", file, "text/csv; charset=utf-8"), cancellationToken);
        }
        return count;
    }

    /// <summary>Whether a file of results has entries with their telephone numbers.</summary>
    internal static bool IsOfEntries(string blob) =>
        blob[(blob.LastIndexOf('/') + 1)..] is var name && (name == Whole || name.StartsWith(PagePrefix, StringComparison.Ordinal));

    private static bool Has(EntryResult result) => result.Entry.Phone is not null;

    private static EntryResult Without(EntryResult result) => result with { Entry = result.Entry with { Phone = null } };
}
