using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.IntegrationTests.Hosts;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.TestKit.Hub;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>The orchestrators on the backend that Durable Functions has on Azure, with its queues, leases and replays.</summary>
public sealed class HubTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LineWatcher _log = new();
    private readonly string _hub = $"hub{Guid.NewGuid().ToString("N")[..12]}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Outbox => _folder.Of("outbox");

    [Fact]
    public async Task Two_workers_on_one_hub_take_a_cycle_from_its_scores_to_one_mail_an_entry()
    {
        await using var one = await WorkAsync("one");
        await using var two = await WorkAsync("two");
        var id = await OpenCycleAsync(one, entries: 220, Approval.Required);
        await Commands(one).CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await _log.WaitForAsync("ReleaseLetters of ", id, "False");
        await DurableHost.ApproveAsync(two.Services, id);
        await _log.WaitForAsync("FollowUpReceipts of ", id, "Next = Wait");
        await SentOnceAsync(one, id, 220);
        // And a correction of some of them, made at the one and approved at the other.
        await DurableHost.MakeCorrectionAsync(one.Services, id, ["E0001", "E0220"]);
        await _log.WaitForAsync("CorrectLetters of ", id, "IsOver = False, LookAgainAt =  }");
        await DurableHost.ApproveCorrectionAsync(two.Services, id);
        await _log.WaitForAsync("CorrectLetters of ", id, "IsOver = True");
        Assert.Equal(222, Directory.GetFiles(Outbox, $"{id}_*.eml").Length);
    }

    [Fact]
    public async Task A_worker_that_is_killed_while_it_sends_leaves_its_work_to_the_other()
    {
        using var mails = new OutboxWatcher(Outbox);
        await using var worker = LocalProcess.Work(azurite.ConnectionString, _hub, "killed", Outbox);
        await worker.Output.WaitForAsync("The worker works.");
        string id;
        Task some;
        await using (var clerk = await WorkAsync("clerk"))
        {
            id = await OpenCycleAsync(clerk, entries: 300, Approval.Required);
            await Commands(clerk).CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
            await Task.WhenAny(_log.WaitForAsync("ReleaseLetters of ", id, "False"), worker.Output.WaitForAsync("ReleaseLetters of ", id, "False"));
            some = mails.ReachAsync(count: 40);
            await DurableHost.ApproveAsync(clerk.Services, id);
        }
        await some;
        await worker.KillAsync();

        await using var next = await WorkAsync("next");
        await next.Services.GetRequiredService<ClosingSweep>().RunAsync(Cancelled);
        await _log.WaitForAsync("FollowUpReceipts of ", id, "Next = Wait");
        await SentOnceAsync(next, id, 300);
        Assert.Equal(300, (await mails.AllAsync()).Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose() => _folder.Dispose();

    private static CycleCommands Commands(HubWorker worker) => worker.Services.GetRequiredService<CycleCommands>();

    private Task<HubWorker> WorkAsync(string name) =>
        HubWorker.StartAsync(azurite.ConnectionString, azurite.Storage, _hub, name, Outbox, logging => logging.AddProvider(new WatchingLoggerProvider(_log)));

    private static async Task<string> OpenCycleAsync(HubWorker worker, int entries, Approval approval)
    {
        var definition = TestCycle.Definition with
        {
            Id = CycleId.Parse($"test-{Guid.NewGuid().ToString("N")[..12]}"),
            ClosesAt = DateTimeOffset.UtcNow.AddDays(1),
            Approval = approval,
        };
        var codes = TestSheets.Codes(entries);
        await worker.Services.GetRequiredService<DefinitionCommands>().PutAsync(definition, new DefinitionPut(Actor.Named("test")), Cancelled);
        foreach (var (kind, sheet) in new[] { (UploadKind.Entries, TestSheets.Entries(codes)), (UploadKind.Scores, TestSheets.Scores(codes, "ก")) })
        {
            using var content = new MemoryStream(sheet);
            await Commands(worker).UploadAsync(definition.Id, kind, new UploadedFile(content, Name: null, Actor.Named("test"), new UploadOptions()), Cancelled);
        }
        return definition.Id.Text;
    }

    private async Task SentOnceAsync(HubWorker worker, string id, int entries)
    {
        Assert.Equal(CycleState.Sent, (await worker.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), Cancelled)).State);
        var ledger = await worker.Services.GetRequiredService<DeliveryLedger>().ListAsync(CycleId.Parse(id), Cancelled).ToListAsync(Cancelled);
        Assert.Equal(entries, ledger.Count);
        Assert.All(ledger, row => Assert.Equal((DeliveryState.Accepted, false), (row.State, row.PossibleDuplicate)));
        Assert.Equal(entries, Directory.GetFiles(Outbox, $"{id}_*.eml").Length);
    }
}
