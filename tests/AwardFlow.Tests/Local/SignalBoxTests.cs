using AwardFlow.Local.Engine;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Local;

public class SignalBoxTests
{
    private static readonly DateTimeOffset Start = new(2021, 10, 8, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly SignalBox _box;

    public SignalBoxTests() => _box = new SignalBox(_time);

    [Fact]
    public async Task A_signal_that_came_before_the_wait_counts()
    {
        _box.Raise("close");
        await WaitAsync("close");
    }

    [Fact]
    public async Task A_signal_wakes_the_wait()
    {
        var wait = WaitAsync("close", "extend");
        Assert.False(wait.IsCompleted);
        _box.Raise("extend");
        await wait;
    }

    [Fact]
    public async Task A_signal_counts_once()
    {
        _box.Raise("close");
        await WaitAsync("close");
        Assert.False(WaitAsync("close").IsCompleted);
    }

    [Fact]
    public async Task Another_signal_stays_until_somebody_waits_for_it()
    {
        _box.Raise("approve");
        var wait = WaitAsync("close");
        Assert.False(wait.IsCompleted);
        await WaitAsync("approve");
    }

    [Fact]
    public async Task The_wait_ends_at_its_time_and_not_before()
    {
        var wait = _box.WaitAsync(["close"], Start.AddHours(2), TestContext.Current.CancellationToken);
        for (var minute = 1; minute < 120; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.False(wait.IsCompleted);
        }
        await AdvanceUntilDoneAsync(wait, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_wait_of_years_is_longer_than_a_single_timer_and_still_ends()
    {
        var wait = _box.WaitAsync(["close"], Start.AddYears(2), TestContext.Current.CancellationToken);
        _time.SetUtcNow(Start.AddYears(2));
        await wait;
    }

    [Fact]
    public async Task A_time_that_has_passed_ends_the_wait_at_once() => await _box.WaitAsync(["close"], Start, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Stopping_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var wait = _box.WaitAsync(["close"], null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private Task WaitAsync(params string[] signals) => _box.WaitAsync(signals, null, TestContext.Current.CancellationToken);

    private async Task AdvanceUntilDoneAsync(Task wait, TimeSpan by)
    {
        while (!wait.IsCompleted)
        {
            _time.Advance(by);
            await Task.Yield();
        }
        await wait;
    }
}
