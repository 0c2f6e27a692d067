using AwardFlow.Functions.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>How waits become timers and external events.</summary>
public class DurableFlowTests
{
    private readonly Mock<TaskOrchestrationContext> _context = new();
    private readonly List<Timer> _timers = [];
    private readonly Dictionary<string, TaskCompletionSource<object>> _events = new(StringComparer.Ordinal);
    private DateTime _now = new(2021, 10, 1, 9, 0, 0, DateTimeKind.Utc);
    private FlowStatus? _status;

    public DurableFlowTests()
    {
        _context.SetupGet(context => context.CurrentUtcDateTime).Returns(() => _now);
        _context.Setup(context => context.CreateReplaySafeLogger(It.IsAny<string>())).Returns(NullLogger.Instance);
        _context.Setup(context => context.SetCustomStatus(It.IsAny<object>())).Callback((object? status) => _status = (FlowStatus?)status);
        _context.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).Returns((DateTime fireAt, CancellationToken cancelled) =>
        {
            _timers.Add(new Timer(fireAt, new TaskCompletionSource(), cancelled));
            return _timers[^1].Fired.Task;
        });
        _context.Setup(context => context.WaitForExternalEvent<object>(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string name, CancellationToken _) =>
        {
            // A second waiter of the same name would mean that the first one was abandoned.
            _events.Add(name, new TaskCompletionSource<object>());
            return _events[name].Task;
        });
    }

    [Fact]
    public void A_wait_of_weeks_goes_in_hops_that_storage_queues_can_hold()
    {
        var until = new DateTimeOffset(_now).AddDays(20);
        var wait = new DurableFlow(_context.Object).WaitForSignalAsync(["close"], until);
        while (!wait.IsCompleted)
        {
            Assert.InRange(_timers[^1].FireAt - _now, TimeSpan.FromSeconds(1), TimeSpan.FromDays(6));
            Fire();
        }
        Assert.Equal((4, until.UtcDateTime), (_timers.Count, _now));
    }

    [Fact]
    public void A_timer_that_fires_early_is_waited_for_again_for_at_least_a_second()
    {
        var until = new DateTimeOffset(_now).AddMinutes(5);
        var wait = new DurableFlow(_context.Object).WaitForSignalAsync(["close"], until);
        Fire(early: TimeSpan.FromMilliseconds(900));
        Assert.False(wait.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(1), _timers[^1].FireAt - _now);
        Fire();
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_signal_ends_the_wait_and_its_timer()
    {
        var wait = new DurableFlow(_context.Object).WaitForSignalAsync(["close", "extend"], new DateTimeOffset(_now).AddDays(1));
        _events["extend"].SetResult("");
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(_timers.Single().Cancelled.IsCancellationRequested);
    }

    [Fact]
    public void A_time_that_has_passed_is_not_waited_for()
    {
        Assert.True(new DurableFlow(_context.Object).WaitForSignalAsync(["close"], new DateTimeOffset(_now)).IsCompletedSuccessfully);
        Assert.Empty(_timers);
    }

    [Fact]
    public void Waiters_are_kept_from_one_wait_to_the_next()
    {
        var flow = new DurableFlow(_context.Object);
        var first = flow.WaitForSignalAsync(["close", "extend"], new DateTimeOffset(_now).AddDays(1));
        Fire();
        Assert.True(first.IsCompletedSuccessfully);
        var second = flow.WaitForSignalAsync(["close", "extend"], until: null);
        Assert.False(second.IsCompleted);
        _events["close"].SetResult("");
        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_wait_for_time_alone_ends_with_it_and_is_no_news()
    {
        var wait = new DurableFlow(_context.Object).WaitForSignalAsync([], new DateTimeOffset(_now).AddMinutes(1));
        Assert.False(wait.IsCompleted);
        Fire();
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.Null(_status);
    }

    [Fact]
    public void What_is_waited_for_stands_in_the_status()
    {
        var until = new DateTimeOffset(_now).AddDays(1);
        _ = new DurableFlow(_context.Object).WaitForSignalAsync(["approve"], until);
        Assert.Equal(("approve", until), (_status!.WaitsFor!.Single(), _status.Until));
    }

    private void Fire(TimeSpan early = default)
    {
        _now = _timers[^1].FireAt - early;
        _timers[^1].Fired.SetResult();
    }

    private sealed record Timer(DateTime FireAt, TaskCompletionSource Fired, CancellationToken Cancelled);
}
