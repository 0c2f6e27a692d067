using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Storage;

/// <summary>Servers on one storage go by its clock, however their own are set.</summary>
public class StorageClockTests
{
    private static readonly DateTimeOffset Service = new(2021, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _real = new(Service.AddMilliseconds(400));

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(60 * 24 * 31)]
    [InlineData(0)]
    public void A_server_whose_own_clock_is_wrong_says_the_storages_time_to_a_second(int minutesAhead)
    {
        var clock = new StorageClock(new PartingTime(_real) { Ahead = TimeSpan.FromMinutes(minutesAhead) });
        for (var answers = 0; answers < 100; answers++)
        {
            Answer(clock, took: TimeSpan.FromMilliseconds(50));
            _real.Advance(TimeSpan.FromSeconds(7.3));
            Assert.InRange(clock.GetUtcNow(), _real.GetUtcNow().AddSeconds(-1.1), _real.GetUtcNow().AddSeconds(1.1));
        }
    }

    [Fact]
    public void Between_answers_it_goes_on_by_the_monotonic_clock()
    {
        var machine = new PartingTime(_real);
        var clock = new StorageClock(machine);
        Answer(clock, TimeSpan.Zero);
        var before = clock.GetUtcNow();
        machine.Ahead = TimeSpan.FromDays(31);
        _real.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(before.AddMinutes(10), clock.GetUtcNow());
    }

    [Fact]
    public void An_answer_that_was_long_on_its_way_does_not_move_it()
    {
        var clock = new StorageClock(_real);
        Answer(clock, TimeSpan.Zero);
        Answer(clock, TimeSpan.FromSeconds(90));
        Assert.InRange(clock.GetUtcNow(), _real.GetUtcNow().AddSeconds(-1), _real.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public void Until_storage_answered_it_says_the_machines_time() => Assert.Equal(_real.GetUtcNow(), new StorageClock(_real).GetUtcNow());

    // The service writes whole seconds, cut off, when the request reaches it.
    private void Answer(StorageClock clock, TimeSpan took)
    {
        var (sent, said) = (clock.GetTimestamp(), _real.GetUtcNow());
        _real.Advance(took);
        clock.Learn(said.AddTicks(-(said.Ticks % TimeSpan.TicksPerSecond)), sent, clock.GetTimestamp());
    }
}
