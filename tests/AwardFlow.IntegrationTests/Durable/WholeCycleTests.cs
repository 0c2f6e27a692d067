using AwardFlow.Cycles;
using AwardFlow.Trail;
using AwardFlow.Workflow;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>The real orchestrators and activities, and what people do to a cycle while they run.</summary>
public class WholeCycleTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateTimeOffset Soon => DateTimeOffset.UtcNow.AddSeconds(4);

    [Fact]
    public async Task From_the_definition_to_one_mail_an_entry_closed_by_its_timer_and_approved()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var closesAt = Soon;
        var id = await host.OpenCycleAsync(entries: 120, closesAt, Approval.Required);
        await host.Log.WaitForAsync("ReleaseLetters", id, "False");
        Assert.True((await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).ClosedAt >= closesAt);
        Assert.False(Directory.Exists(host.Outbox));

        await host.ApproveAsync(id);
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 120);
    }

    [Fact]
    public async Task Mail_and_paper_go_to_completed_once_all_are_received()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 3);
        await host.UploadWithoutAddressAsync(id, "E0002");
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        Assert.Equal(2, Directory.GetFiles(host.Outbox, $"{id}_*.eml").Length);
        await host.PostedAsync(id, "E0002");
        foreach (var code in TestSheets.Codes(3))
        {
            await host.ReceivedAsync(id, code);
        }
        await host.EndAsync(id);
        Assert.Equal(CycleState.Completed, (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).State);
    }

    [Fact]
    public async Task Closing_early_does_not_wait_for_the_closing_time()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 2);
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False");
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 2);
    }

    [Fact]
    public async Task Extending_moves_the_closing_time_either_way()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var (first, second) = (await host.OpenCycleAsync(entries: 1, Soon), await host.OpenCycleAsync(entries: 1));
        var later = Soon.AddSeconds(4);
        await host.Commands().ExtendAsync(CycleId.Parse(first), later, Actor.Named("malee"), Cancelled);
        await host.Commands().ExtendAsync(CycleId.Parse(second), later, Actor.Named("malee"), Cancelled);
        await host.SentAsync(first);
        await host.SentAsync(second);
        Assert.True((await host.Cycles.GetAsync(CycleId.Parse(first), Cancelled)).ClosedAt >= later);
        Assert.True((await host.Cycles.GetAsync(CycleId.Parse(second), Cancelled)).ClosedAt >= later);
    }

    [Fact]
    public async Task Every_signal_counts_however_many_came_before_it()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 1);
        foreach (var days in new[] { 2, 3 })
        {
            var time = DateTimeOffset.UtcNow.AddDays(days);
            await host.Commands().ExtendAsync(CycleId.Parse(id), time, Actor.Named("malee"), Cancelled);
            await host.Log.WaitForAsync("CloseScores", id, $"LookAgainAt = {time}");
        }
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.SentAsync(id);
    }

    [Fact]
    public async Task Without_scores_a_person_is_called_for_and_closing_as_it_is_goes_on()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 3);
        await host.UploadScoresAsync(id, ["E0001"], judge: "ข");
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.Log.WaitForAsync("CloseScores", id, "Closed = False, LookAgainAt = ,");
        Assert.Equal(CycleState.NeedsAttention, (await host.Cycles.GetAsync(CycleId.Parse(id), Cancelled)).State);

        await host.UploadScoresAsync(id, ["E0002", "E0003"], judge: "ข");
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 3);
    }

    [Fact]
    public async Task An_approval_that_comes_before_rendering_is_done_is_refused_and_the_flow_goes_on()
    {
        var rendering = new TaskCompletionSource();
        var rest = new TaskCompletionSource();
        await using var host = await DurableHost.StartAsync(azurite, Faults.In(nameof(RenderPage), _ =>
        {
            rendering.TrySetResult();
            return rest.Task;
        }));
        var id = await host.OpenCycleAsync(entries: 60, approval: Approval.Required);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await rendering.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        await Assert.ThrowsAsync<CycleConflictException>(() => host.ApproveAsync(id));
        rest.SetResult();
        await host.Log.WaitForAsync("ReleaseLetters", id, "Released = False");
        await host.ApproveAsync(id);
        await host.SentAsync(id);
        await host.SentOnceAsync(id, 60);
    }

    [Fact]
    public async Task A_correction_of_letters_that_were_sent_goes_out_once()
    {
        await using var host = await DurableHost.StartAsync(azurite);
        var id = await host.OpenCycleAsync(entries: 60, approval: Approval.Required);
        await host.Commands().CloseAsync(CycleId.Parse(id), Actor.Named("malee"), Cancelled);
        await host.Log.WaitForAsync("ReleaseLetters", id, "Released = False");
        await host.ApproveAsync(id);
        await host.SentAsync(id);
        await DurableHost.MakeCorrectionAsync(host.Services, id, ["E0001", "E0060"]);
        await host.Log.WaitForAsync("CorrectLetters of ", id, "IsOver = False, LookAgainAt =  }");
        await DurableHost.ApproveCorrectionAsync(host.Services, id);
        await host.Log.WaitForAsync("CorrectLetters of ", id, "IsOver = True");
        Assert.Equal(2, Directory.GetFiles(host.Outbox, $"{id}_*_correction-1.eml").Length);
        Assert.Equal(62, Directory.GetFiles(host.Outbox, $"{id}_*.eml").Length);
    }
}
