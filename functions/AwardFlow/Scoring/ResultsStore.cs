using System.Globalization;
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

    private const string WholeName = "results.json";
    private const string OverallName = "overall.json";

    /// <summary>
    /// Freezes results, in a folder that is named by their hash: a closing that another one overtook writes beside what was
    /// frozen, not over it. What counts is what the cycle's row names.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The SHA-256 of the frozen results and the number of pages.</returns>
    public async Task<(string Sha256, int Pages)> WriteAsync(CycleResults results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(results);
        var sha256 = JsonBlobs.Sha256(results);
        var folder = Folder(results.Cycle, sha256);
        var pages = results.Entries.OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).Chunk(PageSize).ToList();
        await storage.Results.WriteAsync(
            [
                .. pages.Index().Select(page => JsonBlobs.Of($"{folder}/{PageName(page.Index + 1)}", page.Item)),
                JsonBlobs.Of($"{folder}/{OverallName}", OverallAverages.Of(results)),
                JsonBlobs.Of($"{folder}/{WholeName}", results),
            ],
            cancellationToken);
        return (sha256, pages.Count);
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
    public Task<EntryResult[]> ReadPageAsync(Cycle cycle, int page, CancellationToken cancellationToken) =>
        ReadAsync<EntryResult[]>(cycle, PageName(page), cancellationToken);

    /// <summary>How all entries of a closed cycle did together.</summary>
    public Task<OverallAverages> ReadOverallAsync(Cycle cycle, CancellationToken cancellationToken) =>
        ReadAsync<OverallAverages>(cycle, OverallName, cancellationToken);

    /// <summary>Keeps the first <see cref="MostMissing"/> of what was missing when the closing time came.</summary>
    public Task WriteMissingAsync(CycleId cycle, IEnumerable<MissingScores> missing, CancellationToken cancellationToken) =>
        storage.Results.WriteJsonAsync(MissingName(cycle), missing.Take(MostMissing), cancellationToken);

    /// <summary>The first <see cref="MostMissing"/> of what was missing when the closing time came.</summary>
    public async Task<IReadOnlyList<MissingScores>> ReadMissingAsync(CycleId cycle, CancellationToken cancellationToken) =>
        [.. (await storage.Results.ReadJsonAsync<MissingScores[]>(MissingName(cycle), cancellationToken)).Take(MostMissing)]; // Earlier versions kept all.

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

    private static string ScoresName(CycleId cycle, string sha256) => $"{cycle}/scores-{sha256}.csv";

    private static string PageName(int page) => string.Create(CultureInfo.InvariantCulture, $"page-{page:D4}.json");

    private static string MissingName(CycleId cycle) => $"{cycle}/missing.json";
}
