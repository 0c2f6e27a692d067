using AwardFlow.Local.Engine;
using AwardFlow.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Local;

public sealed class StepRunnerTests : IDisposable
{
    private static readonly PageRef Page = new("test-2564", 1);

    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
    private readonly Mock<IStep<PageRef, int>> _step = new();
    private readonly ServiceProvider _services;
    private readonly StepRunner _runner;

    public StepRunnerTests()
    {
        _services = new ServiceCollection().AddKeyedSingleton(RenderPage.Step.Name, _step.Object).BuildServiceProvider();
        _runner = new StepRunner(_services, _time, NullLogger<StepRunner>.Instance);
    }

    [Fact]
    public async Task A_step_that_fails_twice_and_then_works_has_worked()
    {
        _step.SetupSequence(step => step.RunAsync(Page, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("storage is away")).ThrowsAsync(new IOException("storage is away")).ReturnsAsync(50);
        Assert.Equal(50, await RunAsync());
        _step.Verify(step => step.RunAsync(Page, It.IsAny<CancellationToken>()), Times.Exactly(3));
    }

    [Fact]
    public async Task A_step_that_always_fails_fails_with_its_own_words()
    {
        _step.Setup(step => step.RunAsync(Page, It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("storage is away"));
        Assert.Equal("storage is away", (await Assert.ThrowsAsync<IOException>(RunAsync)).Message);
        _step.Verify(step => step.RunAsync(Page, It.IsAny<CancellationToken>()), Times.Exactly(6));
    }

    [Fact]
    public async Task A_step_that_is_stopped_is_not_tried_again()
    {
        _step.Setup(step => step.RunAsync(Page, It.IsAny<CancellationToken>())).ThrowsAsync(new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(RunAsync);
        _step.Verify(step => step.RunAsync(Page, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Only_a_few_steps_run_at_once()
    {
        var release = new TaskCompletionSource<int>();
        var running = 0;
        _step.Setup(step => step.RunAsync(It.IsAny<PageRef>(), It.IsAny<CancellationToken>())).Callback(() => Interlocked.Increment(ref running)).Returns(release.Task);
        var all = Task.WhenAll(Enumerable.Range(1, 100).Select(page => _runner.RunAsync(RenderPage.Step, new PageRef("test-2564", page), TestContext.Current.CancellationToken)));
        Assert.Equal(2 * Environment.ProcessorCount, running);
        release.SetResult(50);
        await all;
        Assert.Equal(100, running);
    }

    public void Dispose()
    {
        _runner.Dispose();
        _services.Dispose();
    }

    // The pauses between tries pass as fast as the clock is moved.
    private async Task<int> RunAsync()
    {
        var run = _runner.RunAsync(RenderPage.Step, Page, TestContext.Current.CancellationToken);
        while (!run.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await run;
    }
}
