using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>Histories: that they replay to the same end, and that they stay small, of 400 entries or of as many as AWARDFLOW_ENTRIES says.</summary>
public class HistoryTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private const int PageSize = 50;

    private static readonly int Entries =
        int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_ENTRIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var entries) ? entries : 400;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycles_history_replays_to_the_same_end()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await RunAsync(host, entries: 120);
        await host.CompleteAsync(id);
        var names = new[] { nameof(CycleOrchestrator), nameof(RenderPages), nameof(SendPages) };
        Assert.Equal(names.Order(StringComparer.Ordinal), host.Recorder.Histories.Select(history => history.Key).Order(StringComparer.Ordinal));
        foreach (var history in host.Recorder.Histories.SelectMany(histories => histories))
        {
            var name = history.PastEvents.Concat(history.NewEvents).First(e => e.ExecutionStarted is not null).ExecutionStarted.Name;
            var end = Assert.Single(HistoryRecorder.Replay(
                history, (ITaskOrchestrator)Activator.CreateInstance(CycleTasks.Orchestrators.Single(type => type.Name == name))!)).CompleteOrchestration;
            Assert.True(end.OrchestrationStatus == OrchestrationStatus.Completed, $"{name}: {end.OrchestrationStatus} {end.FailureDetails}");
        }
        Assert.Equal(id, host.Recorder.Of(id).InstanceId);
    }

    [Fact]
    public async Task A_flow_that_made_another_history_is_told()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await RunAsync(host, entries: 1);
        await host.CompleteAsync(id);
        var replay = HistoryRecorder.Replay(host.Recorder.Of(id), new StartsWithAnotherStep());
        var end = Assert.Single(replay, action => action.CompleteOrchestration is not null).CompleteOrchestration;
        Assert.Equal(OrchestrationStatus.Failed, end.OrchestrationStatus);
        Assert.Contains("NonDeterministic", end.FailureDetails.ErrorType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Histories_stay_small_however_many_entries_there_are()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await RunAsync(host, Entries);
        await host.SentOnceAsync(id, Entries);
        await host.CompleteAsync(id);
        foreach (var histories in host.Recorder.Histories)
        {
            var history = Assert.Single(histories);
            var (events, bytes) = (history.PastEvents.Count + history.NewEvents.Count, history.CalculateSize());
            output.WriteLine($"{histories.Key}: {events} events, {bytes} bytes");
            // Four events a page are two for the page and two for a turn of the orchestrator.
            Assert.InRange(events, 1, histories.Key == nameof(CycleOrchestrator) ? 80 : (Entries / PageSize * 4) + 10);
            Assert.InRange(bytes, 1, 16_000 + (Entries / PageSize * 400));
        }
    }

    private static async Task<string> RunAsync(DurableHost host, int entries)
    {
        var id = await host.OpenCycleAsync(entries, approval: Approval.Required);
        await host.Commands().ExtendAsync(CycleId.Parse(id), DateTimeOffset.UtcNow.AddDays(2), Actor.Named("malee"), Cancelled);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await EachPageAsync(host, nameof(RenderPage), id, entries);
        await host.Log.WaitForAsync("ReleaseLetters", id, "False");
        await host.ApproveAsync(id);
        await EachPageAsync(host, nameof(SendPage), id, entries);
        await host.SentAsync(id);
        return id;
    }

    // Waits from page to page, so that a slow machine is given time as long as it gets on.
    private static async Task EachPageAsync(DurableHost host, string step, string id, int entries)
    {
        for (var page = 1; page <= (entries + PageSize - 1) / PageSize; page++)
        {
            await host.Log.WaitForAsync(page, $"{step} of PageRef", id);
        }
    }

    private sealed class StartsWithAnotherStep : ITaskOrchestrator
    {
        public Type InputType => typeof(CycleStart);

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            await context.CallActivityAsync(nameof(RecordProblem), new CycleProblem(((CycleStart)input!).CycleId, ProblemKind.Failed, ""));
            return null;
        }
    }
}
