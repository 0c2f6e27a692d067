using System.Diagnostics;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Storage;
using AwardFlow.Workflow;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Benchmarks;

/// <summary>Mails the letters of a large cycle to a SendGrid on loopback, and says how fast that went and what memory it took.</summary>
internal static class SendingRun
{
    private const string Cycle = "sending-run";
    private const int PageSize = 50;

    /// <summary>Serves the loopback SendGrid until the input ends, in a process of its own so that its memory is not counted.</summary>
    public static async Task ServeProviderAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await SendGridServer.StartAsync();
        await output.WriteLineAsync(server.Address.ToString());
        await input.ReadToEndAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{server.Taken.Count} {server.Taken.DistinctBy(mail => mail.Entry).Count()}"));
    }

    public static async Task RunAsync(int letters, int documentSize, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("awardflow-sending-");
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(folder.FullName, cancellationToken);
            using var provider = Process.Start(new ProcessStartInfo("dotnet", [typeof(SendingRun).Assembly.Location, "loopback-provider"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var address = await provider.StandardOutput.ReadLineAsync(cancellationToken);
            var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Mail:Transport"] = "sendgrid",
                ["Receipts:Key"] = "a-key-for-measuring-and-nothing-else",
                ["Receipts:BaseUrl"] = "https://award.example",
                ["SendGrid:ApiKey"] = SendGridServer.ApiKey,
                ["SendGrid:BaseUrl"] = address,
            };
            AzureStorage.TryConnect(azurite.ConnectionString, out var storage);
            await storage!.CreateAsync(cancellationToken);
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddAwardFlow(storage, new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
                .BuildServiceProvider();
            var codes = TestSheets.Codes(letters).ToArray();
            await PrepareAsync(services, codes, documentSize, cancellationToken);
            await SendAsync(services, codes, output, cancellationToken);
            provider.StandardInput.Close();
            var taken = (await provider.StandardOutput.ReadToEndAsync(cancellationToken)).Trim().Split(' ');
            await output.WriteLineAsync($"the provider took {taken[0]} mails for {taken[1]} entries");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PrepareAsync(IServiceProvider services, string[] codes, int documentSize, CancellationToken cancellationToken)
    {
        var (ledger, store) = (services.GetRequiredService<DeliveryLedger>(), services.GetRequiredService<LetterStore>());
        var pdf = new byte[documentSize];
        new Random(1).NextBytes(pdf);
        await Parallel.ForEachAsync(codes.Chunk(PageSize).Index(), cancellationToken, async (page, cancelled) =>
        {
            foreach (var (code, document) in page.Item.SelectMany(code => LetterStore.Documents.Select(document => (code, document))))
            {
                await store.WriteAsync(CycleId.Parse(Cycle), EntryCode.Parse(code), document, pdf, cancelled);
            }
            await ledger.EnterAsync(
                CycleId.Parse(Cycle),
                page.Index + 1,
                [.. page.Item.Select(code => LetterDelivery.Of(CycleId.Parse(Cycle), EntryCode.Parse(code)) with
                {
                    Page = page.Index + 1,
                    Address = TestCycle.Entry(code).SarabanEmail,
                })],
                cancelled);
        });
    }

    private static async Task SendAsync(IServiceProvider services, string[] codes, TextWriter output, CancellationToken cancellationToken)
    {
        var sender = services.GetRequiredService<MailRun>();
        var ledger = services.GetRequiredService<DeliveryLedger>();
        var definition = TestCycle.Definition with { Id = CycleId.Parse(Cycle) };
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var workers = new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(codes.Chunk(PageSize), workers, async (page, cancelled) =>
        {
            var sent = await sender.SendAsync(
                definition,
                await Task.WhenAll(
                    page.Select(async code => (TestCycle.Entry(code), (await ledger.FindAsync(CycleId.Parse(Cycle), EntryCode.Parse(code), cancelled))!))),
                cancelled);
            if (sent.Mailed != page.Length)
            {
                throw new InvalidOperationException($"Of {page.Length} mails, {sent.Mailed} went.");
            }
        });
        var seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{codes.Length} mails in {seconds:0.0} s: {codes.Length / seconds:0} a second; {(self.TotalProcessorTime - processor).TotalSeconds:0.0} s of processor time; {self.PeakWorkingSet64 / 1e6:0} MB resident at most"));
    }
}
