using System.Globalization;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Web.Answers;
using Spectre.Console;

namespace AwardFlow.Local.Demo;

/// <summary>The command <c>demo</c>: a whole cycle by HTTP, from its definition to the ledger of its mails.</summary>
internal static class DemoCommand
{
    // Where nobody looks at a terminal, lines are not broken.
    private const int WidthOfLogs = 1000;

    private static readonly TimeSpan TimeToUpload = TimeSpan.FromHours(1);
    private static readonly TimeSpan TimeToClosing = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(DirectoryInfo outFolder, DirectoryInfo? cycleFolder, bool keep, CancellationToken cancellationToken)
    {
        var folder = CycleFolder.Open(cycleFolder ?? Sample());
        var output = DemoOutput.Prepare(outFolder);
        var dataFolder = keep ? output.Data : Directory.CreateTempSubdirectory("awardflow-demo-");
        string operatorKey = NewKey(), approverKey = NewKey();
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            AnsiConsole.Profile.Width = WidthOfLogs;
        }
        try
        {
            using var data = DataFolder.Open(dataFolder);
            Say($"Starting the HTTP API...");
            using var storage = EmbeddedStorage.Open(data.Path);
            var receiptsKey = await data.ReceiptsKeyAsync();
            // Settings of the machine play no part: a demo must never send real mail.
            await using var app = await LocalApp.StartAsync(
                "http://127.0.0.1:0",
                storage,
                builder =>
                {
                    builder.Configuration.AddInMemoryCollection(
                    [
                        new("Mail:Outbox", output.Outbox), new("Receipts:Key", receiptsKey),
                        new("Api:Keys:operator", operatorKey), new("Api:Keys:operator:Role", "operator"),
                        new("Api:Keys:approver", approverKey), new("Api:Keys:approver:Role", "approver"),
                    ]);
                    // What the API refuses is said once, in the refusal's own words.
                    builder.Logging.SetMinimumLevel(LogLevel.Error)
                        .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)
                        .AddSimpleConsole(console => console.SingleLine = true);
                },
                cancellationToken);
            using var client = new DemoClient(app.Urls.First(), operatorKey, approverKey);
            try
            {
                var cycle = RunCycleAsync(client, folder, output, cancellationToken);
                if (await Task.WhenAny(cycle, storage.Failed) == storage.Failed)
                {
                    throw await storage.Failed;
                }
                await cycle;
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            if (!keep)
            {
                dataFolder.Delete(recursive: true);
            }
        }
        if (keep)
        {
            Say(
                $"  storage  {output.Data.FullName} (go on with: serve --data {output.Data.FullName}; the mails' receipt links then lead to http://localhost:7071)");
        }
        return ExitCode.Done;
    }

    private static async Task RunCycleAsync(DemoClient client, CycleFolder folder, DemoOutput output, CancellationToken cancellationToken)
    {
        await client.CreateAsync(folder.Id, folder.DefinitionClosingAt(DateTimeOffset.Now + TimeToUpload), cancellationToken);
        Say($"Created the cycle {folder.Id}.");
        foreach (var (kind, picture) in new[] { ("emblem", folder.Emblem), ("signature", folder.Signature) })
        {
            if (picture is not null)
            {
                await client.SetPictureAsync(folder.Id, kind, picture, cancellationToken);
                Say($"Set the {kind}: {picture.Name}.");
            }
        }
        var entries = await client.UploadAsync(folder.Id, "entries", folder.Entries, cancellationToken);
        Say($"Uploaded {folder.Entries.Name}: {entries["rows"]} entries.");
        foreach (var sheet in folder.Scores)
        {
            var scores = await client.UploadAsync(folder.Id, "scores", sheet, cancellationToken);
            Say($"Uploaded {sheet.Name}: {scores["rows"]} scores.");
        }
        await PreviewAsync(client, folder, output, cancellationToken);
        await client.MoveClosingAsync(folder.Id, DateTimeOffset.Now + TimeToClosing, cancellationToken);
        Say($"The cycle closes in {TimeToClosing.TotalSeconds} seconds.");
        await DemoProgress.ShowAsync(report => FollowAsync(client, folder, report, cancellationToken));
        await CollectAsync(client, folder.Id, output, cancellationToken);
    }

    private static async Task PreviewAsync(DemoClient client, CycleFolder folder, DemoOutput output, CancellationToken cancellationToken)
    {
        var results = System.Text.Json.Nodes.JsonNode.Parse(await client.GetAsync($"/api/cycles/{folder.Id}/results", cancellationToken))!;
        var first = results["entries"]![0]!["entry"]!["code"]!.GetValue<string>();
        await output.WriteAsync(
            await client.GetAsync($"/api/cycles/{folder.Id}/letters/{Uri.EscapeDataString(first)}", cancellationToken), cancellationToken, "preview.pdf");
        Say($"Previewed the letter of entry {first}: {output.PathOf("preview.pdf")}");
    }

    // Looks at the cycle until it is sent, and approves it when it asks for that.
    private static async Task FollowAsync(DemoClient client, CycleFolder folder, Action<CycleView> report, CancellationToken cancellationToken)
    {
        var approved = false;
        while (true)
        {
            var cycle = await client.LookAsync(folder.Id, cancellationToken);
            report(cycle);
            if (cycle.Problem is not null)
            {
                throw new DemoFailedException($"The cycle could not go on: {cycle.Problem}");
            }
            switch (cycle.State)
            {
                case CycleState.Sent or CycleState.Completed:
                    return;
                case CycleState.NeedsAttention:
                    var missing = cycle.Missing!.Take(10)
                        .Select(gap => $"\n  entry {gap.EntryCode}, judge {gap.Judge?.Text ?? "(none)"}: {string.Join(", ", gap.Criteria)}");
                    throw new DemoFailedException($"Nothing was sent. The cycle waits for {cycle.WaitsFor}.{string.Concat(missing)}");
                case CycleState.AwaitingApproval when !approved:
                    await client.ApproveAsync(folder.Id, cycle.ManifestSha256!, cancellationToken);
                    approved = true;
                    break;
            }
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private static async Task CollectAsync(DemoClient client, string id, DemoOutput output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(await client.GetAsync($"/api/cycles/{id}/results.csv", cancellationToken), cancellationToken, "results.csv");
        await output.WriteAsync(await client.GetAsync($"/api/cycles/{id}/deliveries.csv", cancellationToken), cancellationToken, "deliveries.csv");
        var deliveries = await client.DeliveriesAsync(id, cancellationToken);
        var lost = new List<string>();
        foreach (var delivery in deliveries)
        {
            if (delivery.State is not (DeliveryState.Accepted or DeliveryState.ToPost))
            {
                lost.Add($"{delivery.EntryCode}: {delivery.State}. {delivery.Detail}");
                continue;
            }
            foreach (var (path, file) in new[] { ("", "letter.pdf"), ("/certificate", "certificate.pdf"), ("/results", "results.pdf") })
            {
                var document = await client.GetAsync($"/api/cycles/{id}/letters/{Uri.EscapeDataString(delivery.EntryCode.Text)}{path}", cancellationToken);
                await output.WriteAsync(document, cancellationToken, "letters", delivery.EntryCode.Text, file);
            }
            if (delivery.State == DeliveryState.Accepted && !File.Exists(Path.Combine(output.Outbox, delivery.ProviderId!)))
            {
                lost.Add($"{delivery.EntryCode}: the ledger says accepted, but {delivery.ProviderId} is not in the outbox.");
            }
        }
        var cycle = await client.LookAsync(id, cancellationToken);
        if (deliveries.Count != cycle.Entries)
        {
            lost.Add(string.Create(CultureInfo.InvariantCulture, $"The ledger has {deliveries.Count} rows for {cycle.Entries} entries."));
        }
        if (lost.Count > 0)
        {
            throw new DemoFailedException($"Not every letter arrived:\n  {string.Join("\n  ", lost.Take(20))}");
        }
        Say($"[green]Done.[/] {deliveries.Count} letters rendered and {deliveries.Count} mails sent.");
        foreach (var (what, where) in new[]
        {
            ("letters", output.PathOf("letters")),
            ("mails", output.Outbox),
            ("results", output.PathOf("results.csv")),
            ("ledger", output.PathOf("deliveries.csv")),
        })
        {
            Say($"  {what,-8} {where}");
        }
    }

    private static void Say(FormattableString text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    private static DirectoryInfo Sample() => new(Path.Combine(AppContext.BaseDirectory, "samples", "dga-2564"));

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
