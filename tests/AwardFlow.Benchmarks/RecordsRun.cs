using System.Diagnostics;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.Benchmarks;

/// <summary>
/// Archives a large finished cycle, verifies it, restores it into an empty data folder and an empty Azurite, and compares all
/// three row by row and byte by byte. Every command runs in a process of its own, whose time and memory are told.
/// </summary>
internal static class RecordsRun
{
    private const int PageSize = ResultsStore.PageSize;

    private static readonly CycleId Id = CycleId.Parse("records-run");

    public static async Task RunAsync(int entries, int documentSize, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("awardflow-records-");
        try
        {
            var (data, zip, copy) = (
                Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "archive.zip"), Path.Combine(folder.FullName, "copy"));
            SortedDictionary<string, string> original;
            using (var storage = EmbeddedStorage.Open(data))
            {
                await FillAsync(storage, entries, documentSize, cancellationToken);
                original = await StorageComparison.OfAsync(storage, Id.Text, cancellationToken);
            }
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{entries} entries: {original.Keys.Count(key => key.StartsWith("row ", StringComparison.Ordinal))} rows, {original.Keys.Count(key => key.StartsWith("blob ", StringComparison.Ordinal))} files"));
            await TimeAsync(output, [], cancellationToken, "archive", Id.Text, "--data", data, "--out", zip);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"the archive has {new FileInfo(zip).Length / 1e6:0} MB"));
            await TimeAsync(output, [], cancellationToken, "verify", zip);
            await TimeAsync(output, [], cancellationToken, "restore", zip, "--data", copy);
            using (var storage = EmbeddedStorage.Open(copy))
            {
                await CompareAsync(output, "embedded", original, storage, cancellationToken);
            }
            await using var azurite = await AzuriteProcess.StartAsync(Path.Combine(folder.FullName, "azurite"), cancellationToken);
            await TimeAsync(output, [("AzureWebJobsStorage", azurite.ConnectionString)], cancellationToken, "restore", zip);
            await CompareAsync(
                output,
                "Azurite",
                original,
                AzureStorage.TryConnect(azurite.ConnectionString, out var account) ? account : throw new InvalidOperationException(),
                cancellationToken);
            await TimeAsync(output, [], cancellationToken, "backup", "--data", data, "--out", Path.Combine(folder.FullName, "backup"));
            await TimeAsync(
                output, [], cancellationToken, "restore", Path.Combine(folder.FullName, "backup"), "--data", Path.Combine(folder.FullName, "again"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // As the flow leaves it, without the rendering and mailing that take most of its time.
    private static async Task FillAsync(IStorage storage, int count, int documentSize, CancellationToken cancellationToken)
    {
        var (cycles, results, letters) = (new CycleStore(storage), new ResultsStore(storage), new LetterStore(storage));
        var ledger = new DeliveryLedger(storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance);
        var definition = TestCycle.Definition with { Id = Id };
        await cycles.CreateAsync(definition, cancellationToken);
        var codes = TestSheets.Codes(count);
        var (sha256, pages, _) = await results.WriteAsync(
            new CycleResults
            {
                Cycle = Id,
                Provisional = false,
                Judges = [],
                Entries = [.. codes.Select((code, index) => new EntryResult
                {
                    Entry = TestCycle.Entry(code),
                    Judges = 5,
                    Average = 70,
                    Rank = index + 1,
                    Passed = true,
                    Criteria = [],
                    Comments = [],
                })],
            },
            cancellationToken);
        await Parallel.ForEachAsync(codes.Chunk(PageSize).Index(), cancellationToken, async (page, cancelled) =>
        {
            // Each its own bytes, as documents are, which no packing makes smaller.
            var random = new Random(page.Index);
            var documents = page.Item.SelectMany(
                code => LetterStore.Documents.Select(document => (EntryCode.Parse(code), document, Pdf: Bytes(random, documentSize))))
                .ToList();
            await letters.WriteAsync(Id, documents, cancelled);
            await ledger.EnterAsync(
                Id,
                page.Index + 1,
                [.. page.Item.Select(code => LetterDelivery.Of(Id, EntryCode.Parse(code)) with
                {
                    Page = page.Index + 1,
                    Address = TestCycle.Entry(code).SarabanEmail,
                    Documents = LetterDocuments.HashesOf(documents.Where(each => each.Item1.Text == code)),
                })],
                cancelled);
            foreach (var code in page.Item)
            {
                await DeliverAsync(ledger, code, cancelled);
            }
        });
        await cycles.ChangeAsync(
            Id, cycle => cycle with { State = CycleState.Sent, ResultsSha256 = sha256, Pages = pages, Letters = count }, cancellationToken);
        var journals = new JournalTrail(storage, results, TimeProvider.System);
        await journals.KeepPagesAsync(await cycles.GetAsync(Id, cancellationToken), cancellationToken);
        await journals.KeepLeftAsync(Id, cancellationToken);
        await cycles.ChangeAsync(
            Id,
            cycle => cycle with { State = CycleState.Completed },
            (_, _) => new TrailEntry(TrailKind.Completed, By: null, DateTimeOffset.UtcNow),
            cancellationToken);
    }

    private static async Task DeliverAsync(DeliveryLedger ledger, string code, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var row = await ledger.FindAsync(Id, EntryCode.Parse(code), cancellationToken);
        row = await ledger.TryMoveAsync(
            row!,
            row! with { State = DeliveryState.Claimed, ClaimedAt = now, LastClaimedAt = now, Attempts = 1 },
            DeliveryCause.Claimed,
            by: null,
            cancellationToken);
        row = await ledger.TryMoveAsync(
            row!,
            row! with { State = DeliveryState.Accepted, AcceptedAt = now, ProviderId = Guid.NewGuid().ToString("N") },
            DeliveryCause.Taken,
            by: null,
            cancellationToken);
        await ledger.TryMoveAsync(
            row!,
            row! with
            {
                State = DeliveryState.Received,
                Stamp = new RegistrationStamp { Number = "2921", At = now, Name = "นางสาวสมศรี" },
                ReceiptRevision = 1,
            },
            DeliveryCause.Received,
            by: null,
            cancellationToken);
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static async Task CompareAsync(
        TextWriter output, string where, SortedDictionary<string, string> original, IStorage copy, CancellationToken cancellationToken)
    {
        var there = await StorageComparison.OfAsync(copy, Id.Text, cancellationToken);
        var different = original.Keys.Union(there.Keys, StringComparer.Ordinal)
            .Where(key => original.GetValueOrDefault(key) != there.GetValueOrDefault(key)).ToList();
        await output.WriteLineAsync(different.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{where}: {there.Count} rows and files, all the same")
            : string.Create(CultureInfo.InvariantCulture, $"{where}: {different.Count} DIFFER, such as {different[0]}"));
    }

    private static async Task TimeAsync(
        TextWriter output, IEnumerable<(string Name, string Value)> environment, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AwardFlow.Local.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var peak = 0L;
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            await look.WaitForNextTickAsync(cancellationToken);
        }
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{arguments[0]}: {watch.Elapsed.TotalSeconds:0.0} s, {peak / 1e6:0} MB at most, exit code {process.ExitCode}"));
        if (process.ExitCode != 0)
        {
            await output.WriteLineAsync(await reading);
        }
    }
}
