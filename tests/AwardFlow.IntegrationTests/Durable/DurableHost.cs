using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Functions.Orchestrations;
using AwardFlow.Intake;
using AwardFlow.Receipts;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Grpc.Core.Interceptors;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>The app's orchestrators and activities on the Durable Task in-process host, with their data in Azurite.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly DurableTaskTestHost _host;
    private readonly TemporaryFolder _folder;
    private readonly ILoggerFactory _loggers;

    private DurableHost(DurableTaskTestHost host, TemporaryFolder folder, ILoggerFactory loggers, LineWatcher log, HistoryRecorder recorder)
    {
        _host = host;
        _folder = folder;
        _loggers = loggers;
        Log = log;
        Recorder = recorder;
    }

    public DurableTaskClient Client => _host.Client;

    public LineWatcher Log { get; }

    public HistoryRecorder Recorder { get; }

    public string Outbox => _folder.Of("outbox");

    public CycleStore Cycles => _host.Services.GetRequiredService<CycleStore>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<DurableHost> StartAsync(AzuriteFixture azurite, Faults? faults = null, Action<DurableTaskRegistry>? register = null)
    {
        var (folder, log, recorder) = (new TemporaryFolder(), new LineWatcher(), new HistoryRecorder());
        var loggers = LoggerFactory.Create(logging => logging.AddFilter("Microsoft", LogLevel.Warning).AddProvider(new WatchingLoggerProvider(log)));
        var host = await DurableTaskTestHost.StartAsync(
            registry =>
            {
                foreach (var orchestrator in CycleTasks.Orchestrators)
                {
                    registry.AddOrchestrator(orchestrator);
                }
                foreach (var activity in CycleTasks.Activities)
                {
                    registry.AddActivity(
                        activity.Name, services => (faults ?? Faults.None).Before(activity.Name, (ITaskActivity)services.GetRequiredService(activity)));
                }
                register?.Invoke(registry);
            },
            new DurableTaskTestHostOptions
            {
                Port = FreePort(),
                LoggerFactory = loggers,
                ConfigureServices = services =>
                {
                    services.AddAwardFlow(azurite.Storage, new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Outbox", folder.Of("outbox"))]).Build())
                        .AddSingleton<ICycleEngine>(
                            provider => ActivatorUtilities.CreateInstance<DurableEngine>(provider, provider.GetRequiredService<DurableTaskClient>()))
                        .PostConfigureAll<GrpcDurableTaskWorkerOptions>(worker =>
                        {
                            worker.CallInvoker = worker.Channel!.Intercept(recorder);
                            worker.Channel = null;
                        });
                },
            },
            Cancelled);
        return new DurableHost(host, folder, loggers, log, recorder);
    }

    /// <summary>What people do to cycles.</summary>
    public CycleCommands Commands() => _host.Services.GetRequiredService<CycleCommands>();

    /// <summary>Approves what awaits approval, as a second person.</summary>
    public Task ApproveAsync(string id) => ApproveAsync(_host.Services, id);

    internal static async Task ApproveAsync(IServiceProvider services, string id)
    {
        var cycle = await services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), Cancelled);
        await services.GetRequiredService<ApprovalCommands>().ApproveAsync(cycle.Id, cycle.ManifestSha256, new Approver(Actor.Named("wichai"), []), Cancelled);
    }

    /// <summary>Has entries' letters go by post: their list again, without their addresses.</summary>
    public Task UploadWithoutAddressAsync(string id, params string[] codes) =>
        UploadAsync(id, UploadKind.Entries, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', codes.Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},,{entry.Province}")
            .Prepend("entry_code,project,organisation,addressee,saraban_email,province"))));

    /// <summary>Records that letters were posted.</summary>
    public Task PostedAsync(string id, params string[] codes) => _host.Services.GetRequiredService<PostingCommands>().RecordAsync(
        CycleId.Parse(id),
        [.. codes.Select(code => new PostedLetter(EntryCode.Parse(code), DateTimeOffset.UtcNow, null))],
        confirm: null,
        Actor.Named("malee"),
        Cancelled);

    /// <summary>Records that a letter was registered, as its recipient said on the telephone.</summary>
    public Task ReceivedAsync(string id, string code) => _host.Services.GetRequiredService<ReceiptCommands>().RecordByTelephoneAsync(
        CycleId.Parse(id), EntryCode.Parse(code), new Receipt("1", DateTimeOffset.UtcNow, null, null), Actor.Named("malee"), Cancelled);

    public IServiceProvider Services => _host.Services;

    /// <summary>Makes a cycle's first correction.</summary>
    internal static Task MakeCorrectionAsync(IServiceProvider services, string id, string[] entries) =>
        services.GetRequiredService<CorrectionCommands>().MakeAsync(
            CycleId.Parse(id),
            Encoding.UTF8.GetBytes(
                $$"""{"entries": {{JsonSerializer.Serialize(entries)}}, "number": "ทดสอบ 2564/ว9", "date": "2021-10-20", "opening": ["ขอแก้ไขข้อความของผลงาน “{project}”"], "closing": ["จึงเรียนมาเพื่อโปรดทราบ"]}"""),
            Actor.Named("malee"),
            Cancelled);

    /// <summary>Approves it as a second person.</summary>
    internal static async Task ApproveCorrectionAsync(IServiceProvider services, string id)
    {
        var correction = await services.GetRequiredService<CorrectionStore>().GetAsync(CycleId.Parse(id), 1, Cancelled);
        await services.GetRequiredService<CorrectionApproval>()
            .ApproveAsync(correction.Cycle, 1, correction.ManifestSha256, new Approver(Actor.Named("wichai"), []), Cancelled);
    }

    /// <summary>What people do to single deliveries.</summary>
    public DeliveryCommands Deliveries() => _host.Services.GetRequiredService<DeliveryCommands>();

    /// <summary>The sweep, as its timer runs it.</summary>
    public Task SweepAsync() => _host.Services.GetRequiredService<ClosingSweep>().RunAsync(Cancelled);

    /// <summary>Starts a cycle's flow, as a request does.</summary>
    public Task StartCycleAsync(string id) => _host.Services.GetRequiredService<ICycleEngine>().StartAsync(CycleId.Parse(id), Cancelled);

    /// <summary>Creates a cycle with entries, scored by one judge.</summary>
    public async Task<string> OpenCycleAsync(int entries, DateTimeOffset? closesAt = null, Approval approval = Approval.None)
    {
        var definition = TestCycle.Definition with
        {
            Id = CycleId.Parse($"test-{Guid.NewGuid().ToString("N")[..12]}"),
            ClosesAt = closesAt ?? DateTimeOffset.UtcNow.AddDays(1),
            Approval = approval,
        };
        var codes = TestSheets.Codes(entries);
        await _host.Services.GetRequiredService<DefinitionCommands>().PutAsync(definition, new DefinitionPut(Actor.Named("test")), Cancelled);
        await UploadAsync(definition.Id.Text, UploadKind.Entries, TestSheets.Entries(codes));
        await UploadScoresAsync(definition.Id.Text, codes, judge: "ก");
        return definition.Id.Text;
    }

    public Task UploadScoresAsync(string id, string[] codes, string judge) => UploadAsync(id, UploadKind.Scores, TestSheets.Scores(codes, judge));

    /// <summary>Waits until a cycle's orchestration has ended.</summary>
    public async Task<OrchestrationRuntimeStatus> EndAsync(string id) =>
        (await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancelled).WaitAsync(TimeSpan.FromMinutes(3), Cancelled)).RuntimeStatus;

    /// <summary>Waits until a cycle's letters are sent, for the n-th time, and it waits for receipts.</summary>
    public Task SentAsync(string id, int nth = 1) => Log.WaitForAsync(nth, "FollowUpReceipts of ", id, "Next = Wait");

    /// <summary>Ends the time for receipts, and waits until the cycle's orchestration has ended.</summary>
    public async Task CompleteAsync(string id)
    {
        await Cycles.ChangeAsync(CycleId.Parse(id), cycle => cycle with { State = CycleState.Completed, CompletedAt = DateTimeOffset.UtcNow }, Cancelled);
        await _host.Services.GetRequiredService<ICycleEngine>().SignalAsync(CycleId.Parse(id), Signals.Receipts, Cancelled);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await EndAsync(id));
    }

    /// <summary>The cycle is sent, and there is one mail for each entry.</summary>
    public async Task SentOnceAsync(string id, int entries)
    {
        var cycle = await Cycles.GetAsync(CycleId.Parse(id), Cancelled);
        Assert.Equal((CycleState.Sent, null), (cycle.State, cycle.Problem));
        var ledger = new List<LetterDelivery>();
        await foreach (var delivery in _host.Services.GetRequiredService<DeliveryLedger>().ListAsync(CycleId.Parse(id), Cancelled))
        {
            ledger.Add(delivery);
        }
        Assert.Equal(TestSheets.Codes(entries), ledger.Select(delivery => delivery.EntryCode.Text));
        Assert.All(ledger, delivery => Assert.Equal((DeliveryState.Accepted, 1, false), (delivery.State, delivery.Attempts, delivery.PossibleDuplicate)));
        Assert.Equal(entries, Directory.GetFiles(Outbox, $"{id}_*.eml").Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _loggers.Dispose();
        _folder.Dispose();
    }

    private async Task UploadAsync(string id, UploadKind kind, byte[] sheet)
    {
        using var content = new MemoryStream(sheet);
        await Commands().UploadAsync(CycleId.Parse(id), kind, new UploadedFile(content, Name: null, Actor.Named("test"), new UploadOptions()), Cancelled);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
