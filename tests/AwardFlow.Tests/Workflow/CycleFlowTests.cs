using System.Globalization;
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
        Gives(FinishSending.Step, AwardFlow.Cycles.CycleState.Sent);
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
                "ReleaseLetters", "wait approve until ever", "ReleaseLetters", "SendPages 1-3", "FinishSending",
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

    private void Gives<T>(Step<CycleRef, T> step, params T[] results)
    {
        var left = new Queue<T>(results);
        _flow.Setup(flow => flow.CallAsync(step, Cycle)).Callback(() => _calls.Add(step.Name)).ReturnsAsync(left.Dequeue);
    }
}
