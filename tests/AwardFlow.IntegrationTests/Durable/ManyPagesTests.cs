using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>
/// The orchestrators with activities that do nothing, for cycles of any size: 157 pages as 7,850 letters have, or as many
/// as the environment variable AWARDFLOW_PAGES says (20,000 are a million letters).
/// </summary>
public class ManyPagesTests(ITestOutputHelper output)
{
    private const int MostEvents = 1000;

    private static readonly int Pages =
        int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_PAGES"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 157;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_pages_a_cycle_has_every_page_is_seen_to_and_no_history_grows_large()
    {
        var (rendered, sent, looks) = (new int[Pages + 1], new int[Pages + 1], 0);
        var recorder = new HistoryRecorder();
        await using var host = await DurableTaskTestHost.StartAsync(
            registry =>
            {
                foreach (var orchestrator in CycleTasks.Orchestrators)
                {
                    registry.AddOrchestrator(orchestrator);
                }
                registry.AddActivityFunc<CycleRef, Closing>(nameof(CloseScores), (_, _) => new Closing(Closed: true, null, Pages, Rendered: looks > 0));
                registry.AddActivityFunc<PagesLeftOf, int[]>(nameof(PagesLeft), (_, left) => [.. Enumerable.Range(left.Range.First, left.Range.Count())]);
                registry.AddActivityFunc<PageRef, int>(nameof(RenderPage), (_, page) => Interlocked.Increment(ref rendered[page.Page]));
                registry.AddActivityFunc<CycleRef, CycleState>(nameof(FinishRendering), (_, _) => CycleState.Rendered);
                registry.AddActivityFunc<CycleRef, Release>(nameof(ReleaseLetters), (_, _) => new Release(Released: true));
                registry.AddActivityFunc<CycleRef, FollowUp>(
                    nameof(FollowUpReceipts), (_, _) => new FollowUp(looks++ == 0 ? FollowUpKind.Send : FollowUpKind.Done));
                registry.AddActivityFunc<PageRef, PageSent>(nameof(SendPage), (_, page) => new PageSent(Interlocked.Increment(ref sent[page.Page])));
                registry.AddActivityFunc<CycleRef, bool>(nameof(FinishSending), (_, _) => true);
            },
            new DurableTaskTestHostOptions
            {
                Port = DurableHost.FreePort(),
                ConfigureServices = services => services.PostConfigureAll<GrpcDurableTaskWorkerOptions>(worker =>
                {
                    worker.CallInvoker = Grpc.Core.Interceptors.ChannelExtensions.Intercept(worker.Channel!, recorder);
                    worker.Channel = null;
                }),
            },
            Cancelled);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CycleOrchestrator), new CycleStart(CycleId.Parse("test-2564"), FlowVersion.Current), new StartOrchestrationOptions("test-2564"), Cancelled);
        var end = await host.Client.WaitForInstanceCompletionAsync("test-2564", getInputsAndOutputs: true, Cancelled);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (end.RuntimeStatus, end.FailureDetails));
        Assert.All(rendered[1..], times => Assert.Equal(1, times));
        Assert.All(sent[1..], times => Assert.Equal(1, times));
        foreach (var histories in recorder.Histories)
        {
            var largest = histories.MaxBy(Events)!;
            output.WriteLine($"{histories.Key}: {histories.Count()} instances, at most {Events(largest)} events, {largest.CalculateSize()} bytes");
        }
        Assert.All(recorder.Histories.SelectMany(histories => histories), history => Assert.InRange(Events(history), 1, MostEvents));
    }

    private static int Events(OrchestratorRequest history) => history.PastEvents.Count + history.NewEvents.Count;
}
