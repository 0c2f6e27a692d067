using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Storage;

namespace AwardFlow.Scoring;

/// <summary>Keeps the results of a closed cycle, whole and cut into pages, so that a step reads only what it renders or mails.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class ResultsStore(IStorage storage)
{
    /// <summary>How many entries a page has.</summary>
    public const int PageSize = 50;

    /// <summary>How many of the scores that are missing are listed; of the rest only their number is told.</summary>
    public const int MostMissing = 100;

    // Cycles that are being mailed.
    private const int MostKept = 32;

    private const string WholeName = "results.json";
    private const string OverallName = "overall.json";

    private readonly ConcurrentDictionary<string, ResultParts> _parts = new(StringComparer.Ordinal);

    /// <summary>
    /// Freezes results, in a folder that is named by their hash: a closing that another one overtook writes beside what was
    /// frozen, not over it. What counts is what the cycle's row names.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The SHA-256 of the frozen results, the number of pages, and the SHA-256 of the hashes of all parts.</returns>
    public async Task<(string Sha256, int Pages, string PartsSha256)> WriteAsync(CycleResults results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(results);
        var sha256 = JsonBlobs.Sha256(results);
        var folder = Folder(results.Cycle, sha256);
        var pages = results.Entries.OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).Chunk(PageSize).ToList();
        var parts = new ResultParts(JsonBlobs.Sha256(OverallAverages.Of(results)), [.. pages.Select(JsonBlobs.Sha256)]);
        var partsSha256 = JsonBlobs.Sha256(parts);
        await storage.Results.WriteAsync(
            [
                JsonBlobs.Of($"{folder}/{PartsName(partsSha256)}", parts),
                .. pages.Index().Select(page => JsonBlobs.Of($"{folder}/{PageName(page.Index + 1)}", page.Item)),
                JsonBlobs.Of($"{folder}/{OverallName}", OverallAverages.Of(results)),
                JsonBlobs.Of($"{folder}/{WholeName}", results),
            ],
            cancellationToken);
        return (sha256, pages.Count, partsSha256);
    }

    /// <summary>The frozen results of a closed cycle.</summary>
    public Task<CycleResults> ReadAsync(Cycle cycle, CancellationToken cancellationToken) =>
        ReadAsync<CycleResults>(cycle, WholeName, cancellationToken);

    /// <summary>The frozen results as they were written, byte for byte.</summary>
    public Task<BinaryData> ReadBytesAsync(Cycle cycle, CancellationToken cancellationToken) => ReadBytesAsync(cycle, WholeName, cancellationToken);

    /// <summary>Freezes scores, in a csv file that is named by its hash and so never changes.</summary>
    /// <returns>The SHA-256 of the file in lower-case hex.</returns>
    public async Task<string> WriteScoresAsync(CycleId cycle, IEnumerable<Score> scores, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scores);
        using var rows = RowsWriter.OfScores();
        foreach (var score in scores)
        {
            rows.Put(score);
        }
        var (file, sha256) = await rows.FinishAsync(cancellationToken);
        await storage.Results.WriteAsync(new NewBlob(ScoresName(cycle, sha256), file, "text/csv; charset=utf-8"), cancellationToken);
        return sha256;
    }

    /// <summary>Opens frozen scores.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="sha256">Their SHA-256, as the results have it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public Task<Stream> OpenScoresAsync(CycleId cycle, string sha256, CancellationToken cancellationToken) =>
        storage.Results.OpenExistingAsync(ScoresName(cycle, sha256), cancellationToken);

    /// <summary>One page of them, from 1.</summary>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public Task<EntryResult[]> ReadPageAsync(Cycle cycle, int page, CancellationToken cancellationToken) =>
        ReadPartAsync<EntryResult[]>(cycle, PageName(page), parts => parts.Pages[page - 1], cancellationToken);

    /// <summary>How all entries of a closed cycle did together.</summary>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public Task<OverallAverages> ReadOverallAsync(Cycle cycle, CancellationToken cancellationToken) =>
        ReadPartAsync<OverallAverages>(cycle, OverallName, parts => parts.Overall, cancellationToken);

    /// <summary>Keeps the first <see cref="MostMissing"/> of what was missing when the closing time came.</summary>
    public Task WriteMissingAsync(CycleId cycle, IEnumerable<MissingScores> missing, CancellationToken cancellationToken) =>
        storage.Results.WriteJsonAsync(MissingName(cycle), missing.Take(MostMissing), cancellationToken);

    /// <summary>The first <see cref="MostMissing"/> of what was missing when the closing time came; none where it is erased, as scores by judge are.</summary>
    public async Task<IReadOnlyList<MissingScores>> ReadMissingAsync(CycleId cycle, CancellationToken cancellationToken) =>
        await storage.Results.FindAsync(MissingName(cycle), cancellationToken) is { } content
            ? [.. JsonBlobs.Read<MissingScores[]>(content, MissingName(cycle)).Take(MostMissing)] // Earlier versions kept all.
            : [];

    // Documents and mails are written from it, so it is held against what was frozen. Cycles that earlier versions closed have no hashes.
    private async Task<T> ReadPartAsync<T>(Cycle cycle, string name, Func<ResultParts, string> sha256, CancellationToken cancellationToken)
    {
        var content = await ReadBytesAsync(cycle, name, cancellationToken);
        return cycle.ResultPartsSha256 is not { } parts || Sha256(content) == sha256(await PartsAsync(cycle, parts, cancellationToken))
            ? JsonBlobs.Read<T>(content, name)
            : throw Altered(name);
    }

    private async Task<ResultParts> PartsAsync(Cycle cycle, string sha256, CancellationToken cancellationToken)
    {
        if (_parts.TryGetValue(sha256, out var known))
        {
            return known;
        }
        var content = await ReadBytesAsync(cycle, PartsName(sha256), cancellationToken);
        if (Sha256(content) != sha256)
        {
            throw Altered(PartsName(sha256));
        }
        if (_parts.Count >= MostKept)
        {
            _parts.Clear();
        }
        return _parts[sha256] = JsonBlobs.Read<ResultParts>(content, PartsName(sha256));
    }

    private static string Sha256(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));

    private static StorageException Altered(string name) =>
        new(StorageFault.Damaged, $"The blob {name} is not what was frozen: it was altered. Put it back from a backup.");

    private async Task<T> ReadAsync<T>(Cycle cycle, string name, CancellationToken cancellationToken) =>
        JsonBlobs.Read<T>(await ReadBytesAsync(cycle, name, cancellationToken), name);

    private async Task<BinaryData> ReadBytesAsync(Cycle cycle, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var folder = Folder(cycle.Id, cycle.ResultsSha256 ?? throw new InvalidOperationException($"The results of the cycle '{cycle.Id}' are not frozen."));
        return await storage.Results.FindAsync($"{folder}/{name}", cancellationToken)
            // Earlier versions had no such folders.
            ?? await storage.Results.GetAsync($"{cycle.Id}/{name}", cancellationToken);
    }

    private static string Folder(CycleId cycle, string sha256) => $"{cycle}/{sha256}";

    private static string PartsName(string sha256) => $"parts-{sha256}.json";

    private static string ScoresName(CycleId cycle, string sha256) => $"{cycle}/scores-{sha256}.csv";

    private static string PageName(int page) => string.Create(CultureInfo.InvariantCulture, $"page-{page:D4}.json");

    /// <summary>The file that says what was missing, and of which judge.</summary>
    internal static string MissingName(CycleId cycle) => $"{cycle}/missing.json";
}
