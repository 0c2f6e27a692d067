using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Functions.Orchestrations;
using AwardFlow.Workflow;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using MimeKit;
using Polly;
using Polly.Retry;

namespace AwardFlow.IntegrationTests.Hosts;

/// <summary>Nothing else runs meanwhile: these tests have hosts, workers and storage of their own.</summary>
[CollectionDefinition(nameof(FunctionsHostTests), DisableParallelization = true)]
public sealed class NothingBeside;

/// <summary>The published app under a real Functions host, over its own HTTP triggers and with its own keys.</summary>
[Collection(nameof(FunctionsHostTests))]
public sealed partial class FunctionsHostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Hub = "AwardFlowTest";
    private const string OperatorKey = "operator-key-0123456789";
    private const string ApproverKey = "approver-key-0123456789";

    private static readonly ResiliencePipeline<string> Written = new ResiliencePipelineBuilder<string>()
        .AddRetry(new RetryStrategyOptions<string>
        {
            ShouldHandle = new PredicateBuilder<string>()
                .HandleResult(status => !status.Contains(nameof(FlowStatus.WaitsUntil), StringComparison.OrdinalIgnoreCase)),
            MaxRetryAttempts = 200,
            Delay = TimeSpan.FromMilliseconds(50),
        })
        .Build();

    private static readonly IEnumerable<string> Names = typeof(DurableEngine).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();

    private static readonly string[] Kinds = ["GET /r/{token}", "HEAD /r/{token}", "POST /r/{token}", "GET /r/{token}/{document}", "function Receipts"];

    // A state is what the API says, whatever words a host logs before or after.
    private static readonly ResiliencePipeline<bool> Reached = new ResiliencePipelineBuilder<bool>()
        .AddRetry(new RetryStrategyOptions<bool>
        {
            ShouldHandle = new PredicateBuilder<bool>().HandleResult(false),
            MaxRetryAttempts = 3000,
            Delay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    private readonly AzuriteFixture _azurite = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Outbox => _folder.Of("outbox");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(FunctionsHost.IsThere, FunctionsHost.None);
        await _azurite.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (FunctionsHost.IsThere)
        {
            await _azurite.DisposeAsync();
        }
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_function_is_found()
    {
        await using var host = await FunctionsHost.StartAsync(Settings());
        var found = Found().Matches(host.Log.All).Select(match => match.Groups["name"].Value).ToArray();
        output.WriteLine($"{found.Length} functions");
        Assert.Equal(Names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_setting_that_is_missing_stops_the_app_with_a_line_that_names_it()
    {
        var settings = Settings();
        settings["Api__Keys__wichai"] = "@Microsoft.KeyVault(SecretUri=https://example.vault.azure.net/secrets/no)";
        await using var host = FunctionsHost.Launch(settings);
        await host.Log.WaitForAsync("Api__Keys__wichai", "could not be read from the vault");
    }

    [Fact]
    public async Task A_whole_cycle_over_http_with_keys()
    {
        using var outbox = new OutboxWatcher(Outbox);
        await using var host = await FunctionsHost.StartAsync(Settings());
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        using var wichai = new AwardFlowClient(host.Address, ApproverKey);
        await OnlyKeysOpenAsync(host.Address);

        var (id, codes) = await OpenCycleAsync(
            malee, entries: 120, TestCycle.Definition with { Id = CycleId.Parse("whole-2564"), ClosesAt = DateTimeOffset.UtcNow.AddDays(30) });
        Assert.Equal("%PDF"u8.ToArray(), (await malee.GetBytesAsync($"/api/cycles/{id}/letters/E0001"))[..4]);
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/extend", new { closesAt = DateTimeOffset.UtcNow.AddDays(60) }));
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await ReachAsync(malee, id, "awaitingApproval");
        using (var forbidden = await malee.PostAsync($"/api/cycles/{id}/approve"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }
        await wichai.ApproveAsync(id);
        await ReachAsync(malee, id, "sent");
        Assert.Equal("wichai", (await malee.GetJsonAsync($"/api/cycles/{id}"))["approvedBy"]!.GetValue<string>());
        Assert.Equal("PK"u8.ToArray(), (await malee.GetBytesAsync($"/api/cycles/{id}/results.xlsx"))[..2]);
        await EachMailedOnceAsync(malee, outbox, id, codes, mostAttempts: 1);

        // Asked again when all is done, it is neither an error nor a second mail.
        await wichai.ApproveAsync(id);

        // Asked for again by a person, a single letter is.
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/deliveries/E0002/resend", new { reason = "asked for by telephone" }));
        await ReachAsync(async () => (int)(await malee.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["attempts"]! > 0
            && (await malee.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["state"]!.GetValue<string>() == "accepted");
        Assert.Equal([$"{id}_E0002_2.eml"], Directory.GetFiles(Outbox, $"{id}_*_2.eml").Select(Path.GetFileName));
        Assert.NotEmpty((await malee.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["journal"]!.AsArray());
    }

    [Fact]
    public async Task The_closing_time_comes()
    {
        await using var host = await FunctionsHost.StartAsync(Settings());
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var closesAt = DateTimeOffset.UtcNow.AddSeconds(10);
        var (id, _) = await OpenCycleAsync(malee, entries: 3, TestCycle.Definition with { Id = CycleId.Parse("timer-2564"), ClosesAt = closesAt });
        await ReachAsync(malee, id, "awaitingApproval");
        Assert.True((DateTimeOffset)(await malee.GetJsonAsync($"/api/cycles/{id}"))["closedAt"]! >= closesAt);
    }

    [Fact]
    public async Task The_closing_time_comes_although_the_orchestration_was_purged()
    {
        await using var host = await FunctionsHost.StartAsync(Settings(sweep: "*/2 * * * * *"));
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var (id, _) = await OpenCycleAsync(
            malee, entries: 3, TestCycle.Definition with { Id = CycleId.Parse("purged-2564"), ClosesAt = DateTimeOffset.UtcNow.AddSeconds(20) });
        await PurgeAsync(id);
        await host.Log.WaitForAsync(id, "its orchestration was Missing and is started");
        await ReachAsync(malee, id, "awaitingApproval");
    }

    [Fact]
    public async Task Killed_while_it_sends_and_started_again_it_mails_every_letter_once()
    {
        using var outbox = new OutboxWatcher(Outbox);
        string id;
        string[] codes;
        await using (var first = await FunctionsHost.StartAsync(Settings()))
        {
            using var malee = new AwardFlowClient(first.Address, OperatorKey);
            (id, codes) = await OpenCycleAsync(
                malee,
                entries: 400,
                TestCycle.Definition with { Id = CycleId.Parse("killed-2564"), ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None });
            var sending = outbox.ReachAsync(count: 60);
            await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
            await sending;
            await first.KillAsync();
        }
        Assert.InRange(Directory.GetFiles(Outbox, "*.eml").Length, 60, codes.Length - 1);

        var killed = TimeProvider.System.GetTimestamp();
        await using var second = await FunctionsHost.StartAsync(Settings());
        using var client = new AwardFlowClient(second.Address, OperatorKey);
        output.WriteLine($"Serves again {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0} s after it was killed");
        await ReachAsync(client, id, "sent");
        output.WriteLine($"All sent {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0} s after it was killed");
        await EachMailedOnceAsync(client, outbox, id, codes, mostAttempts: 2);
    }

    [Fact]
    public async Task Two_hosts_on_one_task_hub_mail_every_letter_once()
    {
        using var outbox = new OutboxWatcher(Outbox);
        await using var one = await FunctionsHost.StartAsync(Settings());
        await using var two = await FunctionsHost.StartAsync(Settings());
        using var malee = new AwardFlowClient(one.Address, OperatorKey);
        using var wichai = new AwardFlowClient(two.Address, ApproverKey);
        var (id, codes) = await OpenCycleAsync(
            malee, entries: 400, TestCycle.Definition with { Id = CycleId.Parse("two-2564"), ClosesAt = DateTimeOffset.UtcNow.AddDays(1) });
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await ReachAsync(malee, id, "awaitingApproval");
        await wichai.ApproveAsync(id);
        await ReachAsync(wichai, id, "sent");
        await EachMailedOnceAsync(malee, outbox, id, codes, mostAttempts: 1);
        foreach (var host in new[] { one, two })
        {
            output.WriteLine($"{Activity().Count(host.Log.All)} pages by {host.Address}");
            Assert.Matches(Activity(), host.Log.All);
        }
    }

    [Fact]
    public async Task Two_thousand_entries_leave_short_histories()
    {
        await using var host = await FunctionsHost.StartAsync(Settings());
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var (id, codes) = await OpenCycleAsync(
            malee,
            entries: 2000,
            TestCycle.Definition with { Id = CycleId.Parse("large-2564"), ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None });
        var asked = TimeProvider.System.GetTimestamp();
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await ReachAsync(malee, id, "sent");
        output.WriteLine($"Closed, rendered and sent in {TimeProvider.System.GetElapsedTime(asked).TotalSeconds:0} s");
        Assert.Equal(
            codes.Length, (await malee.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Count(row => row!["state"]!.GetValue<string>() == "accepted"));
        var events = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in new TableClient(_azurite.ConnectionString, $"{Hub}History")
            .QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: Cancelled))
        {
            events[row.PartitionKey] = events.GetValueOrDefault(row.PartitionKey) + 1;
        }
        output.WriteLine(string.Join('\n', events.Select(instance => $"{instance.Value} events: {instance.Key}")));
        Assert.All(events, instance => Assert.InRange(instance.Value, 1, 1000));
    }

    [Fact]
    public async Task A_request_goes_to_its_area_and_what_is_the_hosts_takes_the_hosts_keys()
    {
        await using var host = await FunctionsHost.StartAsync(Settings());
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        foreach (var (method, path, status, function) in new (string, string, HttpStatusCode, string?)[]
        {
            ("GET", "/", HttpStatusCode.OK, "Pages"),
            ("HEAD", "/", HttpStatusCode.OK, "Pages"),
            ("GET", "/openapi.json", HttpStatusCode.OK, "Pages"),
            ("GET", "/nobody/knows/this", HttpStatusCode.Unauthorized, "Pages"),
            ("HEAD", "/r/no-such-token", HttpStatusCode.NotFound, "Receipts"),
            ("POST", "/r/no-such-token", HttpStatusCode.NotFound, "Receipts"),
            ("POST", "/api/cycles/no-2564/entries", HttpStatusCode.Unauthorized, "Uploads"),
            ("POST", "/api/webhooks/sendgrid", HttpStatusCode.ServiceUnavailable, "Webhooks"),
            ("GET", "/api/cycles", HttpStatusCode.Unauthorized, "Api"),
            ("GET", "/admin/functions", HttpStatusCode.Unauthorized, null),
            ("POST", "/admin/functions/ClosingSweep", HttpStatusCode.Unauthorized, null),
            ("GET", "/runtime/webhooks/durabletask/instances", HttpStatusCode.Unauthorized, null),
        })
        {
            var before = Executed().Count(host.Log.All);
            using var response = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancelled);
            Assert.Equal((path, status), (path, response.StatusCode));
            if (function is not null)
            {
                await ReachAsync(() => Task.FromResult(Executed().Matches(host.Log.All).Skip(before).Any(match => match.Groups["name"].Value == function)));
            }
        }
    }

    [Fact]
    public async Task No_telemetry_holds_a_recipients_link()
    {
        await using var telemetry = await TelemetryServer.StartAsync();
        var settings = Settings();
        settings["Telemetry__ConnectionString"] = telemetry.ConnectionString;
        settings["Receipts__Key"] = "receipts-key-0123456789-0123456789-0123456789";
        settings["Receipts__BaseUrl"] = "https://award.example.go.th";
        await using var host = await FunctionsHost.StartAsync(settings);
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var (id, _) = await OpenCycleAsync(
            malee,
            entries: 1,
            TestCycle.Definition with { Id = CycleId.Parse("linked-2564"), ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None });
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await ReachAsync(malee, id, "sent");
        var mail = await MimeMessage.LoadAsync(Directory.GetFiles(Outbox, "*.eml").Single(), Cancelled);
        var token = Link().Match(mail.TextBody!).Groups["token"].Value;
        using var recipient = new AwardFlowClient(host.Address);
        Assert.Contains("name=\"form\"", await recipient.GetTextAsync($"/r/{token}"), StringComparison.Ordinal);
        // A part of the traces is left out by sampling, so each kind of request is made until one of it was recorded.
        await ReachAsync(async () =>
        {
            using (await recipient.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/r/{token}?lang=en"), Cancelled))
            using (await recipient.Http.GetAsync($"/r/{token}/letter.pdf", Cancelled))
            using (await recipient.Http.PostAsync($"/r/{token}", new FormUrlEncodedContent([new("form", "wrong")]), Cancelled))
            using (await recipient.Http.GetAsync($"/R/{token}", Cancelled))
            {
                var received = telemetry.Received.All;
                return Kinds.All(kind => received.Contains($"\"name\":\"{kind}\"", StringComparison.Ordinal));
            }
        });
        Assert.DoesNotContain(token[..16], telemetry.Received.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token[..16], host.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Microsoft.AspNetCore.Routing.EndpointMiddleware", telemetry.Received.All, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/r/(?<token>[\w-]{20,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("Executed 'Functions\\.(?<name>Uploads|Api|Webhooks|Receipts|Pages)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Executed();

    [GeneratedRegex("Executed 'Functions\\.(RenderPage|SendPage)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Activity();

    [GeneratedRegex(@"^\s*Host\.Functions\.(?<name>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Found();

    private static async Task ReachAsync(AwardFlowClient client, string id, string state) => await ReachAsync(async () => await client.StateAsync(id) == state);

    private static async Task ReachAsync(Func<Task<bool>> reached) => Assert.True(await Reached.ExecuteAsync(async _ => await reached(), Cancelled));

    private static async Task OnlyKeysOpenAsync(string address)
    {
        using var anybody = new AwardFlowClient(address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.Http.GetAsync("/api/cycles", Cancelled)).StatusCode);
        anybody.Http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", "eyJhdXRoX3R5cCI6ImFhZCJ9");
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.Http.GetAsync("/api/cycles", Cancelled)).StatusCode);
        Assert.Contains("<title>AwardFlow</title>", await anybody.GetTextAsync("/"), StringComparison.Ordinal);
        Assert.NotEmpty(await anybody.GetTextAsync("/pages/style.css"));
        var paths = (await anybody.GetJsonAsync("/openapi.json"))["paths"]!.AsObject();
        Assert.Contains("/api/cycles/{id}/approve", paths.Select(path => path.Key));
    }

    private static async Task<(string Id, string[] Codes)> OpenCycleAsync(AwardFlowClient client, int entries, CycleDefinition definition)
    {
        var codes = TestSheets.Codes(entries);
        await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
        if (definition.Approval == Approval.None)
        {
            // Where there are persons, an operator's definition alone does not do away with approval.
            using var wichai = new AwardFlowClient(client.Http.BaseAddress!.OriginalString, ApproverKey);
            await AwardFlowClient.SucceedAsync(await wichai.PutJsonAsync($"/api/cycles/{definition.Id}/approval", new { approval = "none" }));
        }
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(codes)));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(codes, "ก")));
        return (definition.Id.Text, codes);
    }

    private static async Task EachMailedOnceAsync(AwardFlowClient client, OutboxWatcher outbox, string id, string[] codes, int mostAttempts)
    {
        var deliveries = (await client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray();
        Assert.Equal(codes, deliveries.Select(row => row!["entryCode"]!.GetValue<string>()));
        Assert.All(deliveries, row => Assert.Equal("accepted", row!["state"]!.GetValue<string>()));
        Assert.All(deliveries, row => Assert.InRange((int)row!["attempts"]!, 1, mostAttempts));
        Assert.Equal(codes.Select(code => $"{id}_{code}.eml"), (await outbox.AllAsync()).Order(StringComparer.Ordinal));
    }

    private async Task PurgeAsync(string id)
    {
        var instances = new TableClient(_azurite.ConnectionString, $"{Hub}Instances");
        // The last that an orchestrator's turn writes; what it writes later would bring back a part of the instance.
        await Written.ExecuteAsync(
            async cancelled => (await instances.GetEntityAsync<TableEntity>(id, "", cancellationToken: cancelled)).Value.GetString("CustomStatus") ?? "",
            Cancelled);
        foreach (var rows in new[] { instances, new TableClient(_azurite.ConnectionString, $"{Hub}History") })
        {
            await foreach (var row in rows.QueryAsync<TableEntity>(row => row.PartitionKey == id, cancellationToken: Cancelled))
            {
                await rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancelled);
            }
        }
    }

    private Dictionary<string, string> Settings(string sweep = "0 */5 * * * *") => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = _azurite.ConnectionString,
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["Mail__Outbox"] = Outbox,
        ["ClosingSweep"] = sweep,
        ["Api__Keys__malee"] = OperatorKey,
        ["Api__Keys__malee__Role"] = "operator",
        ["Api__Keys__wichai"] = ApproverKey,
        ["Api__Keys__wichai__Role"] = "approver",
        ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = Hub,
        ["AzureFunctionsJobHost__logging__console__isEnabled"] = "true",
    };
}
