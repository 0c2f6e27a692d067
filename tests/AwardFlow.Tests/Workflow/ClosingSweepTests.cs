using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Workflow;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Workflow;

public sealed class ClosingSweepTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awardflow-test-").FullName;
    private readonly EmbeddedStorage _storage;
    private readonly CycleStore _cycles;
    private readonly ClockWatch _clock;
    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-1));
    private readonly Mock<ICycleEngine> _engine = new();

    public ClosingSweepTests()
    {
        _storage = EmbeddedStorage.Open(_folder);
        _cycles = new CycleStore(_storage);
        _clock = new ClockWatch(new SteadyClock(_time, TimeSpan.FromDays(7)), _storage, new ClockSettings(), NullLogger<ClockWatch>.Instance);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private CorrectionStore Corrections => new(_storage, _cycles, new ResultsStore(_storage), new LetterPictureStore(_storage, _cycles, _time));

    // A sweep asks it only what is due, and reminds nobody itself.
    private CorrectionFollowUp FollowUp =>
        new(_cycles, Corrections, new DeliveryLedger(_storage, _time, NullLogger<DeliveryLedger>.Instance), reminders: null!, journals: null!, _clock, _time);

    private ClosingSweep Sweep => new(_cycles, Corrections, FollowUp, _engine.Object, _clock, _time, NullLogger<ClosingSweep>.Instance);

    public void Dispose()
    {
        _clock.Dispose();
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_ended_is_forgotten_whatever_became_of_the_cycles()
    {
        await CreateAsync("one-2564");
        _engine.Setup(engine => engine.StartAsync(It.IsAny<CycleId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("storage is away"));
        await Assert.ThrowsAsync<AggregateException>(() => Sweep.RunAsync(Cancelled));
        _engine.Verify(engine => engine.PurgeAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_draft_is_passed_over_though_its_closing_time_is_past()
    {
        await CreateAsync("draft-2564");
        await _cycles.ChangeAsync(CycleId.Parse("draft-2564"), cycle => cycle with { State = CycleState.Draft }, Cancelled);
        _time.Advance(TimeSpan.FromDays(10));
        await Sweep.RunAsync(Cancelled);
        _engine.Verify(engine => engine.StartAsync(It.IsAny<CycleId>(), It.IsAny<CancellationToken>()), Times.Never);
        _engine.Verify(engine => engine.SignalAsync(It.IsAny<CycleId>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Cycles_are_seen_to_side_by_side()
    {
        await CreateAsync("one-2564", "two-2564");
        var both = new TaskCompletionSource();
        var waiting = 0;
        _engine.Setup(engine => engine.StartAsync(It.IsAny<CycleId>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            if (Interlocked.Increment(ref waiting) == 2)
            {
                both.SetResult();
            }
            return both.Task;
        });
        await Sweep.RunAsync(Cancelled);
        Assert.Equal(2, waiting);
    }

    [Fact]
    public async Task A_cycle_that_the_engine_says_nothing_of_is_left_behind_after_a_while_and_the_others_are_seen_to()
    {
        await CreateAsync("deaf-2564", "one-2564", "two-2564");
        var asked = new TaskCompletionSource();
        _engine.Setup(engine => engine.StartAsync(CycleId.Parse("deaf-2564"), It.IsAny<CancellationToken>())).Returns(() =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task;
        });
        var sweep = Sweep.RunAsync(Cancelled);
        await asked.Task;
        Assert.False(sweep.IsCompleted);
        _time.Advance(ClosingSweep.Patience);
        var failure = Assert.Single((await Assert.ThrowsAsync<AggregateException>(() => sweep)).InnerExceptions);
        Assert.Contains("deaf-2564", Assert.IsType<TimeoutException>(failure).Message, StringComparison.Ordinal);
        _engine.Verify(engine => engine.StartAsync(CycleId.Parse("one-2564"), It.IsAny<CancellationToken>()), Times.Once);
        _engine.Verify(engine => engine.StartAsync(CycleId.Parse("two-2564"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_cycle_that_is_finished_is_left_alone()
    {
        await CreateAsync("done-2564");
        await _cycles.ChangeAsync(CycleId.Parse("done-2564"), cycle => cycle with { State = CycleState.Completed }, Cancelled);
        await Sweep.RunAsync(Cancelled);
        _engine.Verify(engine => engine.PurgeAsync(It.IsAny<CancellationToken>()), Times.Once);
        _engine.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_cycle_whose_closing_time_has_passed_is_woken()
    {
        await CreateAsync("due-2564");
        await _cycles.ChangeAsync(CycleId.Parse("due-2564"), cycle => cycle with { State = CycleState.Open }, Cancelled);
        _time.SetUtcNow(TestCycle.ClosesAt);
        await Sweep.RunAsync(Cancelled);
        _engine.Verify(engine => engine.SignalAsync(CycleId.Parse("due-2564"), Signals.Close, It.IsAny<CancellationToken>()), Times.Once);
    }

    private async Task CreateAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await _cycles.CreateAsync(TestCycle.Definition with { Id = CycleId.Parse(id) }, Cancelled);
        }
    }
}
