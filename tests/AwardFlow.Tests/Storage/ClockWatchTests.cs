using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Storage;

/// <summary>When the clock is believed, within a run and across restarts.</summary>
public sealed class ClockWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;
    private readonly FakeTimeProvider _real = new(TestCycle.ClosesAt);
    private readonly PartingTime _machine;
    private TimeSpan? _uptime;
    private SteadyClock _clock;
    private ClockWatch _watch;

    public ClockWatchTests()
    {
        _storage = EmbeddedStorage.Open(_folder.Of("data"));
        _machine = new PartingTime(_real);
        (_clock, _watch) = Start();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _watch.Dispose();
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_folder_and_time_that_goes_by_are_believed()
    {
        Assert.True(await _watch.NoteAsync(Cancelled));
        _real.Advance(TimeSpan.FromDays(40));
        Assert.True(await _watch.NoteAsync(Cancelled));
    }

    [Theory]
    [InlineData(4.9, true)]
    [InlineData(-4.9, true)]
    [InlineData(5.1, false)]
    [InlineData(-5.1, false)]
    [InlineData(60 * 24 * 31, false)]
    [InlineData(-60 * 24 * 365, false)]
    public async Task A_clock_that_is_set_while_the_program_runs_is_doubted_beyond_five_minutes(double minutes, bool believed)
    {
        await _watch.NoteAsync(Cancelled);
        _machine.Ahead = TimeSpan.FromMinutes(minutes);
        Assert.Equal(believed, await _watch.IsBelievedAsync(Cancelled));
        Assert.Equal(believed ? _machine.GetUtcNow() : _real.GetUtcNow(), _clock.GetUtcNow());
    }

    [Fact]
    public async Task It_is_believed_again_when_it_is_right_again()
    {
        _machine.Ahead = TimeSpan.FromDays(31);
        Assert.False(await _watch.NoteAsync(Cancelled));
        _real.Advance(TimeSpan.FromSeconds(75));
        _machine.Ahead = TimeSpan.Zero;
        Assert.True(await _watch.NoteAsync(Cancelled));
    }

    [Fact]
    public async Task A_person_confirms_the_time_that_the_clock_says_and_no_other()
    {
        _machine.Ahead = TimeSpan.FromHours(3);
        Assert.False(await _watch.IsBelievedAsync(Cancelled));
        Assert.False(await _watch.ConfirmAsync(_real.GetUtcNow(), Actor.Named("malee"), Cancelled));
        Assert.False(await _watch.IsBelievedAsync(Cancelled));
        Assert.True(await _watch.ConfirmAsync(_machine.GetUtcNow().AddMinutes(1), Actor.Named("malee"), Cancelled));
        Assert.True(await _watch.IsBelievedAsync(Cancelled));
        Assert.Equal(_machine.GetUtcNow(), _clock.GetUtcNow());
    }

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    [InlineData(400, false)]
    public async Task Across_a_restart_seven_days_are_believed(double days, bool believed)
    {
        await _watch.NoteAsync(Cancelled);
        _real.Advance(TimeSpan.FromDays(days));
        Restart();
        Assert.Equal(believed, await _watch.NoteAsync(Cancelled));
        if (!believed)
        {
            // Starting again and waiting do not help; the word of a person does, and it lasts.
            Restart();
            _real.Advance(TimeSpan.FromDays(1));
            Assert.False(await _watch.NoteAsync(Cancelled));
            Assert.True(await _watch.ConfirmAsync(_real.GetUtcNow(), Actor.Named("malee"), Cancelled));
            Restart();
            Assert.True(await _watch.NoteAsync(Cancelled));
        }
    }

    [Fact]
    public async Task How_long_a_gap_is_believed_is_a_setting()
    {
        await _watch.NoteAsync(Cancelled);
        _real.Advance(TimeSpan.FromDays(2));
        Restart(longestGap: TimeSpan.FromDays(1));
        Assert.False(await _watch.IsBelievedAsync(Cancelled));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_at_the_start_is_believed_when_it_is_set_right()
    {
        await _watch.NoteAsync(Cancelled);
        _machine.Ahead = TimeSpan.FromDays(31);
        Restart();
        Assert.False(await _watch.NoteAsync(Cancelled));
        _machine.Ahead = TimeSpan.Zero;
        Assert.True(await _watch.NoteAsync(Cancelled));
        Assert.Equal(_real.GetUtcNow(), _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_doubt_outlasts_a_restart_although_its_gap_alone_would_be_believed()
    {
        _machine.Ahead = TimeSpan.FromDays(2);
        Assert.False(await _watch.NoteAsync(Cancelled));
        _real.Advance(TimeSpan.FromMinutes(10));
        Restart();
        Assert.False(await _watch.NoteAsync(Cancelled));
        _machine.Ahead = TimeSpan.Zero;
        Restart();
        Assert.True(await _watch.NoteAsync(Cancelled));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-6.9, true)]
    [InlineData(-7.1, false)]
    [InlineData(-21 * 365, false)]
    public async Task A_machine_that_starts_without_the_time_is_believed_when_it_finds_it(double days, bool believedBefore)
    {
        await _watch.NoteAsync(Cancelled);
        _machine.Ahead = TimeSpan.FromDays(days);
        Restart();
        Assert.Equal(believedBefore, await _watch.NoteAsync(Cancelled));
        _machine.Ahead = TimeSpan.Zero;
        Assert.True(await _watch.NoteAsync(Cancelled));
        _machine.Ahead = TimeSpan.FromDays(1);
        Assert.False(await _watch.NoteAsync(Cancelled));
    }

    [Fact]
    public async Task A_machine_that_says_that_it_slept_is_believed_for_as_long_as_one_that_was_off()
    {
        _uptime = TimeSpan.Zero;
        Restart();
        Assert.True(await _watch.NoteAsync(Cancelled));
        (_machine.Ahead, _uptime) = (TimeSpan.FromHours(9), TimeSpan.FromHours(9));
        Assert.True(await _watch.NoteAsync(Cancelled));
        (_machine.Ahead, _uptime) = (TimeSpan.FromHours(9) + TimeSpan.FromDays(8), TimeSpan.FromHours(9) + TimeSpan.FromDays(8));
        Assert.False(await _watch.NoteAsync(Cancelled));
    }

    [Fact]
    public async Task What_a_person_confirmed_to_one_server_holds_for_the_others()
    {
        await _watch.NoteAsync(Cancelled);
        _real.Advance(TimeSpan.FromDays(30));
        Restart();
        Assert.False(await _watch.IsBelievedAsync(Cancelled));
        var (_, other) = Start();
        using (other)
        {
            Assert.True(await other.ConfirmAsync(_real.GetUtcNow(), Actor.Named("malee"), Cancelled));
        }
        Assert.True(await _watch.IsBelievedAsync(Cancelled));
    }

    private void Restart(TimeSpan? longestGap = null)
    {
        _watch.Dispose();
        (_clock, _watch) = Start(longestGap);
    }

    private (SteadyClock, ClockWatch) Start(TimeSpan? longestGap = null)
    {
        var settings = new ClockSettings { LongestGap = longestGap ?? TimeSpan.FromDays(7) };
        var clock = new SteadyClock(_machine, settings.LongestGap, () => _uptime);
        return (clock, new ClockWatch(clock, _storage, settings, NullLogger<ClockWatch>.Instance));
    }
}
