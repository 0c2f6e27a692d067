using AwardFlow.Cycles;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Microsoft.DurableTask.Client;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>Activities fail, and what then becomes of the cycle.</summary>
public class FailureTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_that_fails_twice_is_tried_again_and_the_cycle_goes_on()
    {
        var calls = 0;
        await using var host = await DurableHost.StartAsync(
            azurite, Faults.In(nameof(RenderPage), call => (calls = call) <= 2 ? throw new IOException("The disk is full.") : Task.CompletedTask));
        var id = await host.OpenCycleAsync(entries: 3);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        Assert.Equal(3, calls);
        await host.SentOnceAsync(id, 3);
    }

    [Fact]
    public async Task An_activity_that_always_fails_ends_the_orchestration_says_why_and_the_sweep_goes_on_when_it_is_mended()
    {
        var broken = true;
        var calls = 0;
        await using var host = await DurableHost.StartAsync(azurite, Faults.In(nameof(SendPage), call =>
        {
            calls = call;
            return broken ? throw new IOException("The mail service is not there.") : Task.CompletedTask;
        }));
        var id = await host.OpenCycleAsync(entries: 60);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await host.EndAsync(id));
        Assert.Equal(6, calls); // One page, six tries: the other is not begun.
        await host.Log.WaitForAsync($"{id}: its orchestration failed: The mail service is not there.");
        var cycle = await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled);
        Assert.Equal((CycleState.Sending, "The mail service is not there.", ProblemKind.Failed), (cycle.State, cycle.Problem, cycle.ProblemKind));

        broken = false;
        await host.SweepAsync();
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 60);
    }

    [Fact]
    public async Task Letters_of_the_other_pages_are_mailed_although_one_page_fails()
    {
        await using var host = await DurableHost.StartAsync(
            azurite, Faults.In(nameof(SendPage), call => call == 1 ? throw new IOException("This one time.") : Task.CompletedTask));
        var id = await host.OpenCycleAsync(entries: 160);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 160);
    }
}
