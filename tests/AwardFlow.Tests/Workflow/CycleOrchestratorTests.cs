using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Workflow;
using Microsoft.DurableTask;

namespace AwardFlow.Tests.Workflow;

public class CycleOrchestratorTests
{
    private static readonly CycleStart Cycle = new(CycleId.Parse("test-2564"), FlowVersion.Current);
    private static readonly DateTimeOffset InAnHour = ScriptedContext.Start.AddHours(1);
    private static readonly Closing Closed = new(Closed: true, null, 3);
    private static readonly Release Released = new(Released: true);
    private static readonly Closing Rendered = Closed with { Rendered = true };

    private readonly ScriptedContext _context = new(nameof(CycleOrchestrator));

    [Fact]
    public async Task Before_closing_it_waits_to_be_woken_or_for_the_time_and_looks_anew()
    {
        _context.Gives(nameof(CloseScores), new Closing(Closed: false, InAnHour, 0));
        await RunAsync(["CloseScores", "timer 01:00:00", "wait wake"]);
        Assert.True(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task The_stages_come_in_their_order()
    {
        _context.Gives(nameof(CloseScores), Closed)
            .Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Send))
            .Gives(nameof(SendPages), new PagesDone());
        await RunAsync(["CloseScores", "RenderPages 1-3", "FinishRendering", "ReleaseLetters", "FollowUpReceipts", "SendPages 1-3", "FinishSending"]);
        Assert.True(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task While_an_approval_can_be_taken_back_it_waits_for_the_time()
    {
        _context.Gives(nameof(CloseScores), Rendered).Gives(nameof(ReleaseLetters), new Release(Released: false, InAnHour));
        await RunAsync(["CloseScores", "ReleaseLetters", "timer 01:00:00", "wait wake"]);
        Assert.True(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task Called_off_it_is_over()
    {
        _context.Gives(nameof(CloseScores), Rendered with { Over = true });
        await RunAsync(["CloseScores"]);
        Assert.False(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task What_is_rendered_is_not_gone_through_again()
    {
        _context.Gives(nameof(CloseScores), Rendered).Gives(nameof(ReleaseLetters), Released).Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Done));
        await RunAsync(["CloseScores", "ReleaseLetters", "FollowUpReceipts"]);
        Assert.False(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task While_receipts_come_in_it_waits_and_looks_anew()
    {
        _context.Gives(nameof(CloseScores), Rendered)
            .Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Wait, InAnHour));
        await RunAsync(["CloseScores", "ReleaseLetters", "FollowUpReceipts", "timer 01:00:00", "wait wake"]);
        Assert.True(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task Reminders_go_out_when_they_are_due()
    {
        _context.Gives(nameof(CloseScores), Rendered)
            .Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Remind))
            .Gives(nameof(RemindPages), new PagesDone());
        await RunAsync(["CloseScores", "ReleaseLetters", "FollowUpReceipts", "RemindPages 1-3"]);
        Assert.True(_context.ContinuedAsNew);
    }

    [Fact]
    public async Task A_letter_that_waits_keeps_nobody_from_a_reminder()
    {
        _context.Gives(nameof(CloseScores), Rendered).Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Send, RemindToo: true))
            .Gives(nameof(SendPages), new PagesDone(InAnHour))
            .Gives(nameof(RemindPages), new PagesDone());
        await RunAsync([.. Sending, "RemindPages 1-3", "timer 01:00:00", "wait wake", "FinishSending"]);
    }

    [Fact]
    public async Task A_reminder_that_is_due_before_a_waiting_letter_is_not_waited_past()
    {
        _context.Gives(nameof(CloseScores), Rendered).Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Send, ScriptedContext.Start.AddMinutes(10)))
            .Gives(nameof(SendPages), new PagesDone(InAnHour));
        await RunAsync([.. Sending, "timer 00:10:00", "wait wake", "FinishSending"]);
    }

    [Fact]
    public async Task A_problem_that_is_over_is_taken_away()
    {
        _context.Gives(nameof(CloseScores), Rendered)
            .Gives(nameof(ReleaseLetters), Released)
            .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Send, HasProblem: true))
            .Gives(nameof(SendPages), new PagesDone());
        await RunAsync([.. Sending, "RecordProblem", "FinishSending"]);
    }

    [Fact]
    public async Task Pages_that_have_to_wait_are_looked_at_again_at_their_time()
    {
        Sends(new PagesDone(InAnHour));
        await RunAsync([.. Sending, "timer 01:00:00", "wait wake", "FinishSending"]);
    }

    [Fact]
    public async Task A_mail_service_that_takes_nothing_is_told_and_asked_again_in_a_minute_at_the_soonest()
    {
        Sends(new PagesDone(ScriptedContext.Start, InTrouble: true));
        await RunAsync([.. Sending, "RecordProblem", "timer 00:01:00", "wait wake", "FinishSending"]);
    }

    [Fact]
    public async Task A_time_that_has_passed_is_not_waited_for()
    {
        Sends(new PagesDone(ScriptedContext.Start));
        await RunAsync([.. Sending, "FinishSending"]);
    }

    [Fact]
    public async Task A_timer_is_never_shorter_than_what_storage_queues_can_hold()
    {
        Sends(new PagesDone(ScriptedContext.Start.AddMilliseconds(10)));
        await RunAsync([.. Sending, "timer 00:00:01", "wait wake", "FinishSending"]);
    }

    [Fact]
    public async Task A_failure_is_recorded_and_ends_the_orchestration()
    {
        _context.Fails(nameof(CloseScores), new ActivityFailedException("storage is away"));
        await Assert.ThrowsAsync<TaskFailedException>(() => new CycleOrchestrator().RunAsync(_context, Cycle));
        Assert.Equal(["CloseScores", "RecordProblem"], _context.Calls);
    }

    [Fact]
    public async Task An_orchestration_of_another_version_does_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new CycleOrchestrator().RunAsync(_context, Cycle with { FlowVersion = FlowVersion.Current - 1 }));
        Assert.Empty(_context.Calls);
    }

    private static readonly string[] Sending = ["CloseScores", "ReleaseLetters", "FollowUpReceipts", "SendPages 1-3"];

    private void Sends(PagesDone done) => _context
        .Gives(nameof(CloseScores), Rendered)
        .Gives(nameof(ReleaseLetters), Released)
        .Gives(nameof(FollowUpReceipts), new FollowUp(FollowUpKind.Send))
        .Gives(nameof(SendPages), done);

    private async Task RunAsync(string[] calls)
    {
        // A wait without a time ends only by an event, which is for the backends' own tests.
        await new CycleOrchestrator().RunAsync(_context, Cycle);
        Assert.Equal(calls, _context.Calls);
    }
}
