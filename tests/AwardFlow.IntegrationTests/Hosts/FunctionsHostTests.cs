using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Functions.Orchestrations;
using AwardFlow.Workflow;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
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
            ShouldHandle = new PredicateBuilder<string>().HandleResult(status => !status.Contains(nameof(FlowStatus.WaitsUntil), StringComparison.OrdinalIgnoreCase)),
            MaxRetryAttempts = 200,
            Delay = TimeSpan.FromMilliseconds(50),
        })
        .Build();

    private static readonly IEnumerable<string> Names = typeof(DurableEngine).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();

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

        var (id, codes) = await OpenCycleAsync(malee, entries: 120, TestCycle.Definition with { Id = "whole-2564", ClosesAt = DateTimeOffset.UtcNow.AddDays(30) });
        Assert.Equal("%PDF"u8.ToArray(), (await malee.GetBytesAsync($"/api/cycles/{id}/letters/E0001"))[..4]);
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/extend", new { closesAt = DateTimeOffset.UtcNow.AddDays(60) }));
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await host.Log.WaitForAsync("ReleaseLetters", id, "False");
        Assert.Equal("awaitingApproval", await malee.StateAsync(id));
        using (var forbidden = await malee.PostAsync($"/api/cycles/{id}/approve"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(await wichai.PostAsync($"/api/cycles/{id}/approve"));
        await host.Log.WaitForAsync("FinishSending", id, "True");
        Assert.Equal("wichai", (await malee.GetJsonAsync($"/api/cycles/{id}"))["approvedBy"]!.GetValue<string>());
        Assert.Equal("PK"u8.ToArray(), (await malee.GetBytesAsync($"/api/cycles/{id}/results.xlsx"))[..2]);
        await EachMailedOnceAsync(malee, outbox, id, codes, mostAttempts: 1);

        // Asked again when all is done, it is neither an error nor a second mail.
        await AwardFlowClient.SucceedAsync(await wichai.PostAsync($"/api/cycles/{id}/approve"));

        // Asked for again by a person, a single letter is.
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/deliveries/E0002/resend", new { reason = "asked for by telephone" }));
        await host.Log.WaitForAsync("SendLetter of ", id, "Mailed = 1");
        Assert.Equal([$"{id}_E0002_2.eml"], Directory.GetFiles(Outbox, $"{id}_*_2.eml").Select(Path.GetFileName));
        Assert.NotEmpty((await malee.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["journal"]!.AsArray());
    }

    [Fact]
    public async Task The_closing_time_comes()
    {
        await using var host = await FunctionsHost.StartAsync(Settings());
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var closesAt = DateTimeOffset.UtcNow.AddSeconds(10);
        var (id, _) = await OpenCycleAsync(malee, entries: 3, TestCycle.Definition with { Id = "timer-2564", ClosesAt = closesAt });
        await host.Log.WaitForAsync("CloseScores", id, "Closed = True");
        Assert.True((DateTimeOffset)(await malee.GetJsonAsync($"/api/cycles/{id}"))["closedAt"]! >= closesAt);
    }

    [Fact]
    public async Task The_closing_time_comes_although_the_orchestration_was_purged()
    {
        await using var host = await FunctionsHost.StartAsync(Settings(sweep: "*/2 * * * * *"));
        using var malee = new AwardFlowClient(host.Address, OperatorKey);
        var (id, _) = await OpenCycleAsync(malee, entries: 3, TestCycle.Definition with { Id = "purged-2564", ClosesAt = DateTimeOffset.UtcNow.AddSeconds(20) });
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False");
        await PurgeAsync(id);
        await host.Log.WaitForAsync(id, "its orchestration was Missing and is started");
        await host.Log.WaitForAsync("CloseScores", id, "Closed = True");
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
                malee, entries: 400, TestCycle.Definition with { Id = "killed-2564", ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None });
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
        await second.Log.WaitForAsync("FinishSending", id, "True");
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
        var (id, codes) = await OpenCycleAsync(malee, entries: 400, TestCycle.Definition with { Id = "two-2564", ClosesAt = DateTimeOffset.UtcNow.AddDays(1) });
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
        await EitherAsync(one, two, "ReleaseLetters", id, "False");
        await AwardFlowClient.SucceedAsync(await wichai.PostAsync($"/api/cycles/{id}/approve"));
        await EitherAsync(one, two, "FinishSending", id, "True");
        await EachMailedOnceAsync(malee, outbox, id, codes, mostAttempts: 1);
        foreach (var host in new[] { one, two })
        {
            Assert.Contains("Executed 'Functions.", host.Log.All, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\s*Host\.Functions\.(?<name>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Found();

    // Every host works on every task of its hub, so one of them says that a step is done.
    private static async Task EitherAsync(FunctionsHost one, FunctionsHost two, params string[] texts) =>
        await await Task.WhenAny(one.Log.WaitForAsync(texts), two.Log.WaitForAsync(texts));

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
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id, "entries", TestSheets.Entries(codes)));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id, "scores", TestSheets.Scores(codes, "ก")));
        return (definition.Id, codes);
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
            async cancelled => (await instances.GetEntityAsync<TableEntity>(id, "", cancellationToken: cancelled)).Value.GetString("CustomStatus") ?? "", Cancelled);
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
