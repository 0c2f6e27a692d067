using System.Globalization;
using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Moq;

namespace AwardFlow.Tests.Workflow;

public class CycleFlowTests
{
    private static readonly CycleRef Cycle = new("test-2564");
    private static readonly DateTimeOffset ClosesAt = new(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7));

    private readonly Mock<IFlow> _flow = new(MockBehavior.Strict);
    private readonly List<string> _calls = [];

    public CycleFlowTests()
    {
        _flow.Setup(flow => flow.WaitForSignalAsync(It.IsAny<IReadOnlyList<string>>(), It.IsAny<DateTimeOffset?>()))
            .Callback((IReadOnlyList<string> signals, DateTimeOffset? until) => _calls.Add($"wait {string.Join(',', signals)} until {until?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "ever"}"))
            .Returns(Task.CompletedTask);
        _flow.Setup(flow => flow.CallAsync(It.IsAny<SubFlow<PageRange>>(), It.IsAny<PageRange>()))
            .Callback((SubFlow<PageRange> subFlow, PageRange range) => _calls.Add($"{subFlow.Name} {range.First}-{range.Last}"))
            .Returns(Task.CompletedTask);
        Gives(FinishRendering.Step, AwardFlow.Cycles.CycleState.Rendered);
        Gives(FinishSending.Step, true);
        Gives(FollowUpReceipts.Step, new FollowUp(FollowUpKind.Done));
    }

    [Fact]
    public async Task The_stages_come_in_their_order()
    {
        Gives(CloseScores.Step, new Closing(Closed: false, ClosesAt, 0), new Closing(Closed: true, null, 3));
        Gives(ReleaseLetters.Step, false, true);
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(
            [
                "CloseScores", "wait close,extend,upload until 16:30", "CloseScores", "RenderPages 1-3", "FinishRendering",
                "ReleaseLetters", "wait approve until ever", "ReleaseLetters", "SendPages 1-3", "FinishSending", "FollowUpReceipts",
            ],
            _calls);
    }

    [Fact]
    public async Task While_scores_are_missing_only_a_person_wakes_the_flow()
    {
        Gives(CloseScores.Step, new Closing(Closed: false, null, 0), new Closing(Closed: true, null, 1));
        Gives(ReleaseLetters.Step, true);
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(["CloseScores", "wait close,extend,upload until ever", "CloseScores"], _calls.Take(3));
    }

    [Fact]
    public async Task Many_pages_are_shared_out_over_sub_flows()
    {
        Gives(CloseScores.Step, new Closing(Closed: true, null, 157));
        Gives(ReleaseLetters.Step, true);
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(["RenderPages 1-100", "RenderPages 101-157"], _calls.Where(call => call.StartsWith("RenderPages", StringComparison.Ordinal)));
        Assert.Equal(["SendPages 1-100", "SendPages 101-157"], _calls.Where(call => call.StartsWith("SendPages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sub_flow_sees_to_each_of_its_pages_once()
    {
        _flow.Setup(flow => flow.CallAsync(RenderPage.Step, It.IsAny<PageRef>())).Callback((Step<PageRef, int> _, PageRef page) => _calls.Add($"{page.Page}")).ReturnsAsync(50);
        await CycleFlow.RenderPages.Run(_flow.Object, new PageRange(Cycle.CycleId, 3, 6));
        Assert.Equal(["3", "4", "5", "6"], _calls);
    }

    [Fact]
    public async Task A_letter_that_is_asked_for_again_meanwhile_is_mailed_before_the_end()
    {
        Gives(CloseScores.Step, new Closing(Closed: true, null, 1));
        Gives(ReleaseLetters.Step, true);
        Gives(FinishSending.Step, false, true);
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(["SendPages 1-1", "FinishSending", "SendPages 1-1", "FinishSending", "FollowUpReceipts"], _calls.TakeLast(5));
    }

    [Fact]
    public async Task After_sending_reminders_follow_when_they_are_due_until_the_cycle_is_done()
    {
        Gives(CloseScores.Step, new Closing(Closed: true, null, 2));
        Gives(ReleaseLetters.Step, true);
        Gives(
            FollowUpReceipts.Step,
            new FollowUp(FollowUpKind.Wait, ClosesAt), new FollowUp(FollowUpKind.Remind), new FollowUp(FollowUpKind.Wait, ClosesAt.AddHours(1)), new FollowUp(FollowUpKind.Done));
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(
            [
                "FollowUpReceipts", "wait resend,receipts until 16:30", "FollowUpReceipts", "RemindPages 1-2", "FollowUpReceipts", "wait resend,receipts until 17:30",
                "FollowUpReceipts",
            ],
            _calls.TakeLast(7));
    }

    [Fact]
    public async Task A_letter_that_is_asked_for_again_while_receipts_come_in_is_mailed()
    {
        Gives(CloseScores.Step, new Closing(Closed: true, null, 1));
        Gives(ReleaseLetters.Step, true);
        Gives(FinishSending.Step, true, true);
        Gives(FollowUpReceipts.Step, new FollowUp(FollowUpKind.Wait, ClosesAt), new FollowUp(FollowUpKind.Send), new FollowUp(FollowUpKind.Done));
        await CycleFlow.RunAsync(_flow.Object, Cycle);
        Assert.Equal(["wait resend,receipts until 16:30", "FollowUpReceipts", "SendPages 1-1", "FinishSending", "FollowUpReceipts"], _calls.TakeLast(5));
    }

    [Fact]
    public async Task A_page_of_reminders_that_has_to_wait_is_looked_at_again()
    {
        var left = new Queue<PageSent>([new PageSent(3, ClosesAt), new PageSent(5)]);
        _flow.Setup(flow => flow.CallAsync(RemindPage.Step, It.IsAny<PageRef>()))
            .Callback((Step<PageRef, PageSent> _, PageRef page) => _calls.Add($"{page.Page}")).ReturnsAsync(left.Dequeue);
        await CycleFlow.RemindPages.Run(_flow.Object, new PageRange(Cycle.CycleId, 1, 1));
        Assert.Equal(["1", "wait  until 16:30", "1"], _calls);
    }

    [Fact]
    public async Task A_page_that_has_to_wait_is_looked_at_again()
    {
        Sends(new PageSent(3, ClosesAt), new PageSent(5, ClosesAt.AddHours(1)), new PageSent(50));
        await CycleFlow.SendPages.Run(_flow.Object, new PageRange(Cycle.CycleId, 1, 1));
        Assert.Equal(["1", "wait  until 16:30", "1", "wait  until 17:30", "1"], _calls);
    }

    [Fact]
    public async Task A_page_that_waits_for_long_is_left_to_the_next_round_so_that_histories_stay_small()
    {
        Sends([.. Enumerable.Repeat(new PageSent(0, ClosesAt), 50)]);
        await CycleFlow.SendPages.Run(_flow.Object, new PageRange(Cycle.CycleId, 1, 1));
        Assert.Equal(5, _calls.Count(call => call == "1"));
        Assert.Equal("wait  until 16:30", _calls[^1]);
    }

    [Fact]
    public async Task A_mail_service_that_stays_away_ends_the_flow_which_is_started_again_later()
    {
        Sends([.. Enumerable.Repeat(new PageSent(0, ClosesAt, InTrouble: true), 50)]);
        await Assert.ThrowsAsync<MailServiceAwayException>(() => CycleFlow.SendPages.Run(_flow.Object, new PageRange(Cycle.CycleId, 1, 1)));
        Assert.Equal(11, _calls.Count(call => call == "1"));
    }

    private void Sends(params PageSent[] results)
    {
        var left = new Queue<PageSent>(results);
        _flow.Setup(flow => flow.CallAsync(SendPage.Step, It.IsAny<PageRef>()))
            .Callback((Step<PageRef, PageSent> _, PageRef page) => _calls.Add($"{page.Page}")).ReturnsAsync(left.Dequeue);
    }

    private void Gives<T>(Step<CycleRef, T> step, params T[] results)
    {
        var left = new Queue<T>(results);
        _flow.Setup(flow => flow.CallAsync(step, Cycle)).Callback(() => _calls.Add(step.Name)).ReturnsAsync(left.Dequeue);
    }
}
