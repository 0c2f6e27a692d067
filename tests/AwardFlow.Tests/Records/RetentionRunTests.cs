using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Retention;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What is erased does not come back, so a clock that is doubted erases nothing; and what was begun is finished.</summary>
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
        var draft = await DraftAsync("draft");
        await _world.Clock.NoteAsync(Cancelled);
        _time.Advance(TimeSpan.FromDays(31));
        using var clock = new ClockWatch(new SteadyClock(_time, TimeSpan.FromDays(7)), _world.Storage, new ClockSettings(), NullLogger<ClockWatch>.Instance);
        var retention = Retention(_world.Storage, clock);

        await retention.RunAsync(Cancelled);
        Assert.NotNull(await _world.Cycles.FindAsync(draft, Cancelled));

        Assert.True(await clock.ConfirmAsync(_time.GetUtcNow(), Actor.Named("มาลี"), Cancelled));
        await retention.RunAsync(Cancelled);
        Assert.Null(await _world.Cycles.FindAsync(draft, Cancelled));
    }

    [Fact]
    public async Task A_cycle_whose_erasure_is_cut_off_anywhere_is_erased_by_the_next_sweep_and_told_once_when_nothing_of_it_is_left()
    {
        for (var cut = 1; ; cut++)
        {
            var (id, steps, isCut) = (await DraftAsync($"draft-{cut}"), 0, false);
            var storage = new FaultyStorage(_world.Storage);
            Task StepAsync()
            {
                isCut |= ++steps >= cut;
                return isCut ? Task.FromException(new StorageException(StorageFault.Unavailable, "cut off")) : Task.CompletedTask;
            }

            storage.AfterCommit = (_, _) => StepAsync();
            storage.BeforeDelete = _ => StepAsync();
            await Retention(storage).RunAsync(Cancelled);
            (storage.AfterCommit, storage.BeforeDelete) = (null, null);
            if (await IsLeftAsync(id))
            {
                Assert.Equal(cut - 1, await ToldAsync());
                if (await _world.Cycles.FindAsync(id, Cancelled) is null)
                {
                    await Assert.ThrowsAsync<CycleConflictException>(() => DraftAsync(id.Text));
                }
            }
            await Retention(storage).RunAsync(Cancelled);
            Assert.False(await IsLeftAsync(id), $"cut {cut}");
            Assert.Equal(cut, await ToldAsync());
            if (!isCut)
            {
                Assert.True(cut > 8, $"Only {cut} steps were cut off.");
                return;
            }
        }
    }

    private Task<int> ToldAsync() => new TrailReader(_world.Storage.Rows).JsonAsync(CycleTrails.Records, Cancelled).CountAsync(Cancelled).AsTask();

    // Anything at all but the line that tells of it.
    private async Task<bool> IsLeftAsync(CycleId id) =>
        await _world.Storage.Rows.ListAsync(id.Text, RowRange.All, Cancelled).AnyAsync(Cancelled)
        || await _world.Storage.Rows.FindAsync("_cycles", id.Text, Cancelled) is not null
        || await _world.Cycles.IsBeingErasedAsync(id, Cancelled)
        || await _world.Storage.Uploads.ListAsync($"{id}/", Cancelled).AnyAsync(Cancelled)
        || await _world.Storage.Letters.ListAsync($"{id}/", Cancelled).AnyAsync(Cancelled)
        || await _world.Storage.Results.ListAsync($"{id}/", Cancelled).AnyAsync(Cancelled);

    private async Task<CycleId> DraftAsync(string id)
    {
        var definition = TestCycle.Definition with { Id = CycleId.Parse(id) };
        var draft = Cycle.New(definition) with
        {
            State = CycleState.Draft,
            DefinitionAt = _time.GetUtcNow().AddDays(-31),
            DefinitionSha256 = await _world.Cycles.KeepAsync(definition, Cancelled),
        };
        await _world.Cycles.TryCreateAsync(
            draft, new DefinitionChange { Kind = DefinitionChangeKind.Created, At = draft.DefinitionAt!.Value }, Actor.Named("มาลี"), Cancelled);
        await _world.Storage.Letters.WriteAsync(new NewBlob($"{id}/E0001/letter.pdf", BinaryData.FromString("x")), Cancelled);
        await _world.Storage.Results.WriteAsync(new NewBlob($"{id}/results.json", BinaryData.FromString("x")), Cancelled);
        return definition.Id;
    }

    private RetentionRun Retention(IStorage storage, ClockWatch? clock = null)
    {
        var (cycles, results) = (new CycleStore(storage), new ResultsStore(storage));
        var settings = new RetentionSettings { DraftsDays = 30 };
        var (refused, names) = (new RefusedUploads(storage, _time), new ReceiptNames(storage, _world.Journals, _time));
        return new RetentionRun(
            storage, cycles, refused, names, new TelephoneNumbers(storage, cycles, results, new AcceptedRows(storage), _time),
            new KeptAgreement(storage, cycles, new FrozenScores(cycles, results)), new JudgesAndNotices(storage, []), new CycleErasure(storage, [], _time),
            new ForgetRequests(
                storage,
                new PersonDesk(storage, cycles, refused, names, new LeavingFiles(storage, cycles, new AcceptedRows(storage), settings), [], _time),
                _time),
            settings, clock ?? _world.Clock, _time,
            NullLogger<RetentionRun>.Instance);
    }
}
