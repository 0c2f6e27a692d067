using System.Diagnostics;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Local;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Benchmarks;

/// <summary>
/// Runs a cycle with emblem and signature from closing until its letters are in the outbox, and then the same rendering and
/// the same file and row writes alone: the ratio is what everything else costs.
/// </summary>
internal static class StorageRun
{
    private const string Cycle = "storage-2564";
    private const string WarmUp = "warm-up-2564";
    private const int WarmUpLetters = 300;
    private const int Together = 10;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it and prints the ratio.</summary>
    /// <param name="letters">How many entries.</param>
    /// <param name="azurite">Whether over Azurite; otherwise over embedded storage.</param>
    /// <param name="sample">The cycle whose pictures are used.</param>
    /// <param name="output">Where it is printed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(int letters, bool azurite, DirectoryInfo sample, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("awardflow-storage-");
        try
        {
            await using var emulator = azurite ? await AzuriteProcess.StartAsync(Path.Combine(folder.FullName, "azurite"), cancellationToken) : null;
            using var embedded = azurite ? null : EmbeddedStorage.Open(Path.Combine(folder.FullName, "data"));
            var storage = embedded
                ?? (IStorage)(AzureStorage.TryConnect(emulator!.ConnectionString, out var account) ? account : throw new InvalidOperationException());
            var outbox = Path.Combine(folder.FullName, "outbox");
            // The compiler's time belongs to neither.
            await CycleAsync(storage, Path.Combine(folder.FullName, "warm-up"), WarmUp, WarmUpLetters, sample, cancellationToken);
            var whole = await CycleAsync(storage, outbox, Cycle, letters, sample, cancellationToken);
            using var other = azurite ? null : EmbeddedStorage.Open(Path.Combine(folder.FullName, "alone"));
            var alone = await AloneAsync(storage, other ?? storage, outbox, Path.Combine(folder.FullName, "copies"), cancellationToken);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(azurite ? "Azurite" : "embedded")}, {letters} entries: closed to sent {whole.TotalSeconds:0.0} s, rendering and writes alone {alone.TotalSeconds:0.0} s, ratio {whole / alone:0.00}; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> CycleAsync(
        IStorage storage, string outbox, string id, int letters, DirectoryInfo sample, CancellationToken cancellationToken)
    {
        await using var app = await LocalApp.StartAsync(
            "http://127.0.0.1:0", storage, builder => builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", outbox)]), cancellationToken);
        using var client = new AwardFlowClient(app.Urls.First());
        var definition = TestCycle.Definition with { Id = CycleId.Parse(id), ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None };
        var codes = TestSheets.Codes(letters).ToArray();
        await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
        foreach (var picture in new[] { "emblem", "signature" })
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(sample.FullName, $"{picture}.svg"), cancellationToken));
            content.Headers.ContentType = new("image/svg+xml");
            await AwardFlowClient.SucceedAsync(await client.Http.PutAsync($"/api/cycles/{id}/{picture}", content, cancellationToken));
        }
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(id, "entries", TestSheets.Entries(codes)));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(id, "scores", TestSheets.Scores(codes, "ก")));
        var cycles = app.Services.GetRequiredService<CycleStore>();
        var watch = Stopwatch.StartNew();
        await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/close"));
        while ((await cycles.GetAsync(CycleId.Parse(id), cancellationToken)).State != CycleState.Sent)
        {
            await Task.Delay(LookEvery, cancellationToken);
        }
        var elapsed = watch.Elapsed;
        await app.StopAsync(cancellationToken);
        return elapsed;
    }

    // What the cycle rendered is rendered again, and every file and row that it left is written again, in the same commits.
    private static async Task<TimeSpan> AloneAsync(IStorage left, IStorage target, string outbox, string copies, CancellationToken cancellationToken)
    {
        var (cycles, results) = (new CycleStore(left), new ResultsStore(left));
        var cycle = await cycles.GetAsync(CycleId.Parse(Cycle), cancellationToken);
        var renderer = new DocumentRenderer(
            await cycles.DefinitionAsync(cycle, cancellationToken),
            await new LetterPictureStore(left, cycles, TimeProvider.System).ReadAsync(cycle, cancellationToken),
            await results.ReadOverallAsync(cycle, cancellationToken));
        var pages = await Task.WhenAll(Enumerable.Range(1, cycle.Pages).Select(page => results.ReadPageAsync(cycle, page, cancellationToken)));
        var rows = await left.Rows.ListAsync(Cycle, RowRange.Prefix(LetterDelivery.LetterPrefix), cancellationToken)
            .ToDictionaryAsync(row => row.Key, row => row.Json, StringComparer.Ordinal, cancellationToken);
        var mails = Directory.GetFiles(outbox);
        Directory.CreateDirectory(copies);
        var partition = $"{Cycle}-alone";
        var side = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(pages.SelectMany(page => page).Chunk(Together), side, async (some, token) =>
        {
            await target.Letters.WriteAsync(
                [.. some.SelectMany(result => LetterStore.Documents.Select(document => new NewBlob(
                    $"{partition}/{result.Entry.Code}/{LetterStore.FileName(document)}",
                    BinaryData.FromBytes(renderer.Render(document, result, draft: false)),
                    "application/pdf")))],
                token);
            await target.Rows.CommitAsync(
                partition, [.. some.SelectMany(result => Changes(rows, result, step: 0))], token);
        });
        await Parallel.ForEachAsync(pages.SelectMany(page => page).Zip(mails), side, async (each, token) =>
        {
            await target.Rows.CommitAsync(partition, [.. Changes(rows, each.First, step: 1)], token);
            foreach (var document in LetterStore.Documents)
            {
                _ = await target.Letters.FindAsync($"{partition}/{each.First.Entry.Code}/{LetterStore.FileName(document)}", token);
            }
            var mail = await File.ReadAllBytesAsync(each.Second, token);
            await using (var file = new FileStream(Path.Combine(copies, Path.GetFileName(each.Second)), FileMode.Create, FileAccess.Write))
            {
                await file.WriteAsync(mail, token);
                file.Flush(flushToDisk: true);
            }
            await target.Rows.CommitAsync(partition, [.. Changes(rows, each.First, step: 2)], token);
        });
        return watch.Elapsed;
    }

    private static IEnumerable<RowChange> Changes(Dictionary<string, string> rows, EntryResult result, int step)
    {
        var key = LetterDelivery.Of(CycleId.Parse(Cycle), result.Entry.Code).Key;
        yield return RowChange.Put(key, rows[key]);
        yield return RowChange.Add($"j!{result.Entry.Code}!{step:D6}", rows[key]);
    }
}
