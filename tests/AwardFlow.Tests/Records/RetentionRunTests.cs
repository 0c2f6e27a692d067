using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Retention;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What is erased does not come back, so a clock that is doubted erases nothing.</summary>
public sealed class RetentionRunTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt);
    private readonly LedgerWorld _world;

    public RetentionRunTests() => _world = new LedgerWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task After_a_gap_that_is_not_believed_nothing_is_erased_until_a_person_confirms_the_time()
    {
        var draft = Cycle.New(TestCycle.Definition) with { State = CycleState.Draft, DefinitionAt = _time.GetUtcNow() };
        await _world.Cycles.TryCreateAsync(draft, new DefinitionChange { Kind = DefinitionChangeKind.Created, At = _time.GetUtcNow() }, Actor.Named("มาลี"), Cancelled);
        await _world.Clock.NoteAsync(Cancelled);
        _time.Advance(TimeSpan.FromDays(31));
        using var clock = new ClockWatch(new SteadyClock(_time, TimeSpan.FromDays(7)), _world.Storage, new ClockSettings(), NullLogger<ClockWatch>.Instance);
        var (refused, names) = (new RefusedUploads(_world.Storage, _time), new ReceiptNames(_world.Storage, _world.Journals, _time));
        var requests = new ForgetRequests(_world.Storage, new PersonDesk(_world.Storage, _world.Cycles, refused, names, [], _time), _time);
        var retention = new RetentionRun(
            _world.Storage, _world.Cycles, refused, names, new TelephoneNumbers(_world.Storage, _world.Cycles, _world.Results, new AcceptedRows(_world.Storage), _time),
            new KeptAgreement(_world.Storage, _world.Cycles, new FrozenScores(_world.Cycles, _world.Results)), [], requests, new RetentionSettings { DraftsDays = 30 }, clock, _time,
            NullLogger<RetentionRun>.Instance);

        await retention.RunAsync(Cancelled);
        Assert.NotNull(await _world.Cycles.FindAsync(draft.Id, Cancelled));

        Assert.True(await clock.ConfirmAsync(_time.GetUtcNow(), Actor.Named("มาลี"), Cancelled));
        await retention.RunAsync(Cancelled);
        Assert.Null(await _world.Cycles.FindAsync(draft.Id, Cancelled));
    }
}
