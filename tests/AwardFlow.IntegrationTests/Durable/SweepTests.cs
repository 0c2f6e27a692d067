using AwardFlow.Cycles;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>Orchestrations are lost, and the sweep and the engine see to it that their cycles go on.</summary>
public class SweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_whose_orchestration_was_purged_still_closes_on_time()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 2, DateTimeOffset.UtcNow.AddSeconds(5));
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False");
        await TerminateAsync(host, id);
        await host.Client.PurgeInstanceAsync(id, Cancelled);
        Assert.Null(await host.Client.GetInstanceAsync(id, Cancelled));

        await host.SweepAsync();
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 2);
    }

    [Fact]
    public async Task A_cycle_whose_orchestration_was_terminated_goes_on_where_its_steps_end()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 2, approval: Approval.Required);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.Log.WaitForAsync("ReleaseLetters", id, "False");
        var closedAt = (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).ClosedAt;
        await TerminateAsync(host, id);

        await host.SweepAsync();
        await host.ApproveAsync(id);
        await host.SentAsync(id);
        Assert.Equal(closedAt, (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).ClosedAt);
        await host.SentOnceAsync(id, 2);
    }

    [Fact]
    public async Task A_decision_whose_signal_was_lost_is_carried_out()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1, approval: Approval.Required);
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False");
        await host.Cycles.ChangeAsync(
            CycleId.Parse(id), cycle => cycle with { CloseRequestedAt = DateTimeOffset.UtcNow, CloseRequestedBy = "malee" }, Cancelled);
        await host.SweepAsync();
        await host.Log.WaitForAsync("ReleaseLetters", id, "False");
        await host.Cycles.ChangeAsync(
            CycleId.Parse(id),
            cycle => cycle with
            {
                ApprovedAt = DateTimeOffset.UtcNow,
                ApprovedBy = "wichai",
                Approvals = [new CycleApproval(DateTimeOffset.UtcNow, "key:wichai", "wichai", Position: null, cycle.ManifestSha256!, SecondPerson: true)],
            },
            Cancelled);
        await host.SweepAsync();
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 1);
    }

    [Fact]
    public async Task A_command_wakes_a_cycle_whose_orchestration_is_gone()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        await TerminateAsync(host, id);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 1);
    }

    [Fact]
    public async Task What_runs_is_left_alone_however_often_it_is_started()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.StartCycleAsync(id)));
        await host.SweepAsync();
        Assert.Equal(1, Started(host, id));
    }

    [Fact]
    public async Task Of_many_starts_at_once_one_counts()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        await TerminateAsync(host, id);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.StartCycleAsync(id)));
        Assert.Equal(2, Started(host, id));
    }

    [Fact]
    public async Task A_finished_cycle_is_left_alone()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        await host.CompleteAsync(id);
        await host.Client.PurgeInstanceAsync(id, Cancelled);
        await host.SweepAsync();
        Assert.Null(await host.Client.GetInstanceAsync(id, Cancelled));
    }

    [Fact]
    public async Task A_cycle_that_waits_for_receipts_goes_on_for_a_letter_that_is_asked_for_again()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 2);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        await host.Deliveries().ResendAsync(CycleId.Parse(id), EntryCode.Parse("E0002"), "asked for by telephone", Actor.Named("malee"), Cancelled);
        await host.Log.WaitForAsync("SendLetter of ", id, "Mailed = 1");
        Assert.Equal(CycleState.Sent, (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).State);
        Assert.Equal(
            [$"{id}_E0001.eml", $"{id}_E0002.eml", $"{id}_E0002_2.eml"],
            Directory.GetFiles(host.Outbox).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_orchestration_of_another_version_gives_way_to_this_one()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        await TerminateAsync(host, id);
        await ScheduleOtherVersionAsync(host, id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await host.EndAsync(id));
        Assert.Equal(CycleState.Open, (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).State);

        await host.SweepAsync();
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
    }

    [Fact]
    public async Task An_orchestration_of_another_version_that_still_waits_is_ended_first()
    {
        const string WaitsForever = nameof(WaitsForever);
        await using var host = await DurableHost.StartAsync(
            azurite,
            register: registry => registry.AddOrchestratorFunc<CycleStart>(WaitsForever, (context, _) => context.WaitForExternalEvent<object>("never")));
        var id = await host.OpenCycleAsync(entries: 1);
        await TerminateAsync(host, id);
        await ScheduleOtherVersionAsync(host, id, WaitsForever);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.WaitForInstanceStartAsync(id, Cancelled)).RuntimeStatus);

        await host.SweepAsync();
        var now = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancelled);
        Assert.Equal((nameof(CycleOrchestrator), FlowVersion.Current), (now!.Name, now.ReadInputAs<CycleStart>()!.FlowVersion));
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
    }

    private static Task ScheduleOtherVersionAsync(DurableHost host, string id, string name = nameof(CycleOrchestrator)) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync(
            name, new CycleStart(CycleId.Parse(id), FlowVersion.Current - 1), new StartOrchestrationOptions(id), Cancelled);

    private static async Task TerminateAsync(DurableHost host, string id)
    {
        await host.Client.TerminateInstanceAsync(id, output: null, Cancelled);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.EndAsync(id));
    }

    private static int Started(DurableHost host, string id) =>
        host.Log.All.Split('\n').Count(line => line.Contains($"{id}: its orchestration was", StringComparison.Ordinal));
}
