using AwardFlow.Cycles;
using AwardFlow.Local;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.IntegrationTests.Running;

/// <summary>The product in this process, over real storage and real HTTP, with a clock that tests move.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private readonly bool _hasKeys;

    private LocalServer(WebApplication app, TemporaryFolder folder, LineWatcher log, FakeTimeProvider time, PartingTime wall, bool hasKeys)
    {
        _app = app;
        _folder = folder;
        Log = log;
        (Time, Wall) = (time, wall);
        _hasKeys = hasKeys;
        Client = hasKeys ? AwardFlowClient.OfBothRoles(Address) : new AwardFlowClient(Address);
    }

    public string Address => _app.Urls.First();

    /// <summary>The address for outsiders, where the settings name one.</summary>
    public string OutsideAddress => _app.Urls.ElementAt(1);

    public AwardFlowClient Client { get; }

    public LineWatcher Log { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>The server's clock, which a test may set: <see cref="Time"/> goes on as it was.</summary>
    public PartingTime Wall { get; }

    public string Outbox => _folder.Of("outbox");

    /// <summary>A cycle's own mails: servers that share a storage work each other's cycles.</summary>
    public string[] MailsOf(string id) => Directory.Exists(Outbox) ? Directory.GetFiles(Outbox, $"{id}_*.eml") : [];

    public IServiceProvider Services => _app.Services;

    public static async Task<LocalServer> StartAsync(EmbeddedFixture embedded, params (string Key, string Value)[] settings)
    {
        await embedded.ForgetTimeAsync();
        return await StartAsync(embedded.Storage, settings);
    }

    public static Task<LocalServer> StartAsync(IStorage storage, params (string Key, string Value)[] settings) => StartAsync(storage, withKeys: true, settings);

    /// <summary>Starts a server.</summary>
    /// <param name="storage">Its storage.</param>
    /// <param name="withKeys">Whether it has keys where mail that leaves the machine needs them, and the settings have none.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<LocalServer> StartAsync(IStorage storage, bool withKeys, params (string Key, string Value)[] settings)
    {
        var (folder, log) = (new TemporaryFolder(), new LineWatcher());
        var time = new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-7));
        var wall = new PartingTime(time);
        var needsKeys = withKeys && settings.Any(setting => setting.Key == "Mail:Transport")
            && !settings.Any(setting => setting.Key.StartsWith("Api:Keys", StringComparison.Ordinal));
        IEnumerable<(string Key, string Value)> all = needsKeys ? settings.Concat(AwardFlowClient.Keys) : settings;
        var app = await LocalApp.StartAsync(
            "http://127.0.0.1:0",
            storage,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([
                    new("Mail:Outbox", folder.Of("outbox")), .. all.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]);
                builder.Services.AddSingleton<TimeProvider>(wall);
                builder.Logging.AddProvider(new WatchingLoggerProvider(log));
            },
            TestContext.Current.CancellationToken);
        return new LocalServer(app, folder, log, time, wall, needsKeys || AwardFlowClient.Keys.All(settings.Contains));
    }

    /// <summary>A definition with an id that no other test has.</summary>
    public static CycleDefinition NewCycle(Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var definition = TestCycle.Definition with { Id = CycleId.Parse($"test-{Guid.NewGuid().ToString("N")[..12]}") };
        return change is null ? definition : change(definition);
    }

    /// <summary>Creates a cycle with entries, scored by two judges.</summary>
    public async Task<string> OpenCycleAsync(int entries, Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var definition = NewCycle(change);
        var codes = TestSheets.Codes(entries);
        await AwardFlowClient.SucceedAsync(await Client.PutAsync(definition));
        if (definition.Approval == Approval.None)
        {
            await DoAwayWithApprovalAsync(definition.Id.Text);
        }
        await AwardFlowClient.SucceedAsync(await Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(codes)));
        foreach (var judge in new[] { "ก", "ข" })
        {
            await AwardFlowClient.SucceedAsync(await Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(codes, judge)));
        }
        return definition.Id.Text;
    }

    /// <summary>Has an approver say that a cycle needs no approval: where there are persons, an operator's definition alone does not.</summary>
    public async Task DoAwayWithApprovalAsync(string id)
    {
        if (_hasKeys)
        {
            await AwardFlowClient.SucceedAsync(await Client.PutJsonAsync($"/api/cycles/{id}/approval", new { approval = "none" }));
        }
    }

    /// <summary>Waits until a step of a cycle is done.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="cycle">The cycle's id.</param>
    /// <param name="result">What its result must hold.</param>
    public Task DoneAsync(string step, string cycle, string result = "") => Log.WaitForAsync($"{step} of ", cycle, result);

    /// <summary>Waits until a cycle's letters are sent, for the n-th time.</summary>
    public Task SentAsync(string cycle, int nth = 1) => Log.WaitForAsync(nth, $"FinishSending of CycleRef {{ CycleId = {cycle} }}: True");

    /// <summary>Waits until a letter that was sent again is mailed: by its own flow, or by the cycle's where that looks at the same moment.</summary>
    public async Task ResentAsync(string cycle, string entry)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((string?)(await Client.GetJsonAsync($"/api/cycles/{cycle}/deliveries/{Uri.EscapeDataString(entry)}"))["state"] is "pending" or "claimed")
        {
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a cycle is completed.</summary>
    public Task FinishedAsync(string cycle) => Log.WaitForAsync($"CycleOrchestrator {cycle}: finished");

    /// <summary>Creates a cycle and has its letters sent, without approval.</summary>
    public async Task<string> SendCycleAsync(int entries, Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var id = await OpenCycleAsync(entries, definition => (change ?? (same => same))(definition with { Approval = Approval.None }));
        await AwardFlowClient.SucceedAsync(await Client.PostAsync($"/api/cycles/{id}/close"));
        await SentAsync(id);
        return id;
    }

    /// <summary>Moves the clock on, a step at a time, until something is so: retries wait for it.</summary>
    public async Task AdvanceUntilAsync(TimeSpan step, Func<Task<bool>> isSo)
    {
        // Paced, so that on a busy machine days do not go by before a mail is handed over.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            Time.Advance(step);
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Moves the clock to the closing time.</summary>
    public void ComeToClosing() => Time.SetUtcNow(TestCycle.ClosesAt);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
