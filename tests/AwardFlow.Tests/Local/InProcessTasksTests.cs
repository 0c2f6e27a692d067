using AwardFlow.Local.Engine;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Local;

/// <summary>Orchestrations in one process: what Durable Task's own context promises, kept without a history.</summary>
public sealed class InProcessTasksTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2021, 10, 8, 9, 0, 0, TimeSpan.Zero);
    private static readonly TaskOptions SixTries = TaskOptions.FromRetryPolicy(new RetryPolicy(6, TimeSpan.FromMilliseconds(500), 2, TimeSpan.FromSeconds(15)));

    private readonly FakeTimeProvider _time = new(Start);
    private readonly EventBox _events = new();
    private readonly InProcessTasks _tasks;

    public InProcessTasksTests() => _tasks = new InProcessTasks(new ServiceCollection().BuildServiceProvider(), _time, NullLoggerFactory.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_that_fails_twice_and_then_works_has_worked()
    {
        var calls = 0;
        Assert.Equal(50, await PassTimeAsync(
            _tasks.CallActivityAsync(_ => ++calls < 3 ? throw new IOException("storage is away") : Task.FromResult<object?>(50), "Work", SixTries, Cancelled)));
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task An_activity_that_always_fails_fails_with_its_own_words()
    {
        var calls = 0;
        var failed = await Assert.ThrowsAsync<TaskFailedException>(() => PassTimeAsync(
            _tasks.CallActivityAsync(_ => ++calls > 0 ? throw new IOException("storage is away") : Task.FromResult<object?>(0), "Work", SixTries, Cancelled)));
        Assert.Equal(("storage is away", "Work", 6), (failed.FailureDetails.ErrorMessage, failed.TaskName, calls));
    }

    [Fact]
    public async Task What_only_a_person_can_mend_is_not_tried_again()
    {
        var calls = 0;
        await Assert.ThrowsAsync<TaskFailedException>(() => _tasks.CallActivityAsync(
            _ => ++calls > 0 ? throw new ActivityNeedsPersonException("no such key") : Task.FromResult<object?>(0), "Work", SixTries, Cancelled));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Only_a_few_activities_run_at_once()
    {
        var release = new TaskCompletionSource<object?>();
        var running = 0;
        var all = Task.WhenAll(Enumerable.Range(1, 100).Select(_ => _tasks.CallActivityAsync(
            _ =>
            {
                Interlocked.Increment(ref running);
                return release.Task;
            },
            "Work", SixTries, Cancelled)));
        Assert.Equal(2 * Environment.ProcessorCount, running);
        release.SetResult(null);
        await all;
        Assert.Equal(100, running);
    }

    [Fact]
    public async Task An_event_that_came_before_the_wait_counts_once()
    {
        _events.Raise("wake", "close");
        Assert.Equal("close", await Context().WaitForExternalEvent<string>("wake", Cancelled));
        Assert.False(Context().WaitForExternalEvent<string>("wake", Cancelled).IsCompleted);
    }

    [Fact]
    public async Task An_event_wakes_the_wait()
    {
        var wait = Context().WaitForExternalEvent<string>("wake", TimeSpan.FromHours(1), Cancelled);
        _events.Raise("wake", "extend");
        Assert.Equal("extend", await wait);
    }

    [Fact]
    public async Task An_event_that_comes_after_a_wait_has_timed_out_is_there_for_the_next()
    {
        var wait = Context().WaitForExternalEvent<string>("wake", TimeSpan.FromMinutes(1), Cancelled);
        await Assert.ThrowsAsync<TaskCanceledException>(() => PassTimeAsync(wait));
        _events.Raise("wake", "close");
        Assert.Equal("close", await Context().WaitForExternalEvent<string>("wake", Cancelled));
    }

    [Fact]
    public async Task A_timer_ends_at_its_time_and_not_before()
    {
        var timer = Context().CreateTimer(Start.AddHours(2).UtcDateTime, Cancelled);
        for (var minute = 1; minute < 120; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.False(timer.IsCompleted);
        }
        await PassTimeAsync(timer);
    }

    [Fact]
    public async Task A_timer_of_years_still_ends()
    {
        var timer = Context().CreateTimer(Start.AddYears(2).UtcDateTime, Cancelled);
        _time.SetUtcNow(Start.AddYears(2));
        await timer;
    }

    [Fact]
    public async Task Stopping_ends_every_wait()
    {
        using var stop = new CancellationTokenSource();
        var context = new InProcessContext(_tasks, nameof(CycleOrchestrator), "test-2564", input: null, _events, stop.Token);
        var (wake, timer) = (context.WaitForExternalEvent<string>("wake", Cancelled), context.CreateTimer(Start.AddDays(1).UtcDateTime, Cancelled));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wake);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
    }

    public void Dispose() => _tasks.Dispose();

    private InProcessContext Context() => new(_tasks, nameof(CycleOrchestrator), "test-2564", input: null, _events, Cancelled);

    private async Task PassTimeAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await task;
    }

    private async Task<T> PassTimeAsync<T>(Task<T> task)
    {
        await PassTimeAsync((Task)task);
        return await task;
    }
}
