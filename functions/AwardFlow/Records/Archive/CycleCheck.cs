using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Whether a cycle that comes from elsewhere has what its rows name. Bags prove only that nothing was altered since they were
/// made, and anybody can make one.
/// </summary>
/// <param name="storage">Where the cycle is, to be read.</param>
/// <param name="cycle">Its row.</param>
internal sealed class CycleCheck(IStorage storage, Cycle cycle)
{
    /// <summary>The most faults that are told.</summary>
    public const int MostFaults = 100;

    private readonly CycleStore _cycles = new(storage);
    private readonly ResultsStore _results = new(storage);

    /// <summary>What is wrong with that without which pages cannot show the cycle: rows, definition, pictures, results, what corrections say.</summary>
    public async Task<IReadOnlyList<string>> OriginsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken))
        {
            await LookAsync($"the row '{row.Key}'", () => { RowKinds.Read(cycle.Id.Text, row); return Task.CompletedTask; }, faults);
        }
        // What follows is read by those rows.
        if (faults.Count > 0)
        {
            return faults;
        }
        await LookAsync("the definition", () => _cycles.DefinitionAsync(cycle, cancellationToken), faults);
        foreach (var picture in new[] { cycle.EmblemBlob, cycle.SignatureBlob }.OfType<string>())
        {
            await LookAsync("a picture", () => storage.Uploads.GetAsync($"{cycle.Id}/{picture}", cancellationToken), faults);
        }
        if (cycle.ResultsSha256 is not null)
        {
            await LookAsync("the results", () => ResultsAsync(cancellationToken), faults);
        }
        if (cycle.State == CycleState.NeedsAttention)
        {
            await LookAsync("the list of missing scores", () => _results.ReadMissingAsync(cycle.Id, cancellationToken), faults);
        }
        var corrections = new CorrectionStore(storage, _cycles, _results, new LetterPictureStore(storage, _cycles, TimeProvider.System));
        await LookAsync(
            "a correction",
            async () =>
            {
                foreach (var correction in await corrections.ListAsync(cycle, cancellationToken))
                {
                    await corrections.WordsAsync(cycle, correction, cancellationToken);
                }
            },
            faults);
        return faults;
    }

    /// <summary>The files that uploads name and that are not there, but for those that were erased when their time was over.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync(CancellationToken cancellationToken)
    {
        var (scores, telephones) = (IsErased(ErasedKind.ScoresByJudge), IsErased(ErasedKind.Telephones));
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var upload in storage.Rows.ListAsync<Upload>(cycle.Id.Text, RowRange.Prefix(Upload.RowPrefix), cancellationToken))
        {
            var isGone = upload.Kind == UploadKind.Scores && scores;
            names.UnionWith(new[] { isGone || telephones ? "" : upload.SourceBlob, isGone ? "" : upload.RowsBlob });
        }
        await foreach (var seat in storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken)
            .Where(_ => !scores))
        {
            names.UnionWith(seat.Papers.Select(paper => paper.Blob));
        }
        var faults = new List<string>();
        foreach (var name in names.Where(name => name.Length > 0))
        {
            if (faults.Count < MostFaults && !await storage.Uploads.ExistsAsync($"{cycle.Id}/{name}", cancellationToken))
            {
                faults.Add($"uploads/{name}: is missing");
            }
        }
        return faults;
    }

    /// <summary>Whether its documents are as they were rendered.</summary>
    public Task<DocumentReport> DocumentsAsync(CancellationToken cancellationToken) =>
        DocumentCheck.Over(storage).OfAsync(cycle.Id, cancellationToken, atOnce: 1);

    private bool IsErased(string kind) => cycle.Erased.Any(erased => erased.Kind == kind);

    private async Task ResultsAsync(CancellationToken cancellationToken)
    {
        await _results.ReadAsync(cycle, cancellationToken);
        await _results.ReadOverallAsync(cycle, cancellationToken);
        for (var page = 1; page <= cycle.Pages; page++)
        {
            await _results.ReadPageAsync(cycle, page, cancellationToken);
        }
        if (cycle.ManifestSha256 is { } manifest)
        {
            var manifests = new ManifestStore(storage);
            foreach (var page in (await manifests.ReadAsync(cycle.Id, manifest, cancellationToken)).Pages)
            {
                await manifests.EntriesAsync(cycle.Id, page, cancellationToken);
            }
        }
    }

    // Whatever somebody put into it, what reads it throws something of its own.
    private static async Task LookAsync(string what, Func<Task> read, List<string> faults)
    {
        if (faults.Count >= MostFaults)
        {
            return;
        }
        try
        {
            await read();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or StorageException { Fault: not StorageFault.Damaged }))
        {
            faults.Add($"{what}: {(e is StorageException or RecordsException ? e.Message : $"is none that can be read ({e.GetType().Name})")}");
        }
    }
}
