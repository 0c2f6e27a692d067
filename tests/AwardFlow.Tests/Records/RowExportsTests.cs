using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Bags;
using AwardFlow.Records.Restore;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What must be kept for ten years has an export as long as it is there: a table has no other backup.</summary>
public sealed class RowExportsTests : IDisposable
{
    private static readonly CycleId Id = TestCycle.Definition.Id;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt);
    private readonly LedgerWorld _world;
    private readonly EmbeddedStorage _other;

    public RowExportsTests() => (_world, _other) = (new LedgerWorld(_time), EmbeddedStorage.Open(_folder.Of("exports")));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _other.Dispose();
        _world.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_newest_export_of_a_cycle_that_is_over_stays_and_the_one_before_goes_its_days_after()
    {
        await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        Assert.Equal(1, await RunAsync());
        _time.Advance(TimeSpan.FromHours(1));
        await _world.Cycles.ChangeAsync(Id, cycle => cycle with { State = CycleState.Completed, CompletedAt = _time.GetUtcNow() }, Cancelled);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync());
        Assert.Equal(2, (await NamesAsync()).Count);
        _time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        await RunAsync();
        Assert.Equal(2, (await NamesAsync()).Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync();
        var kept = Assert.Single(await NamesAsync());
        _time.Advance(TimeSpan.FromDays(3653));
        await RunAsync();
        Assert.Equal(kept, Assert.Single(await NamesAsync()));
    }

    [Fact]
    public async Task What_changes_when_a_cycle_is_over_is_exported_within_a_day()
    {
        await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await _world.Cycles.ChangeAsync(Id, cycle => cycle with { State = CycleState.Completed, CompletedAt = _time.GetUtcNow() }, Cancelled);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync());
        await _world.Storage.Rows.CommitAsync(Id.Text, RowChange.Put(LetterDelivery.Of(Id, EntryCode.Parse("E0001"))), Cancelled);
        var written = 0;
        for (var hour = 0; hour < 24; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            written += await RunAsync();
        }
        Assert.Equal(1, written);
    }

    [Fact]
    public async Task Where_the_rows_are_lost_the_last_export_stays_for_its_days_from_when_that_is_seen()
    {
        await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await RunAsync();
        var export = Assert.Single(await NamesAsync());
        _time.Advance(TimeSpan.FromDays(400));
        await RunAsync();
        // All of it, the cycle's name too.
        foreach (var partition in new[] { Id.Text, "_cycles" })
        {
            foreach (var row in await _world.Storage.Rows.ListAsync(partition, RowRange.All, Cancelled).ToListAsync(Cancelled))
            {
                await _world.Storage.Rows.CommitAsync(partition, RowChange.Delete(row.Key, row.Version), Cancelled);
            }
        }
        await RunAsync();
        _time.Advance(TimeSpan.FromDays(13));
        await RunAsync();
        Assert.Contains(export, await NamesAsync());
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.DoesNotContain(export, await NamesAsync());
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task A_cycle_whose_row_is_damaged_keeps_nobody_from_being_exported()
    {
        await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await _world.Storage.Rows.CommitAsync("_cycles", RowChange.Put("aaa-damaged", "{}"), Cancelled);
        await _world.Storage.Rows.CommitAsync("aaa-damaged", RowChange.Put("cycle", "no json"), Cancelled);
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task The_installations_trails_are_exported_verified_and_brought_back_where_there_are_none()
    {
        await new TrailWriter(_world.Storage.Rows)
            .CommitAsync(CycleTrails.Records, [], new TrailEntry(TrailKind.RecordsErased, By: null, _time.GetUtcNow()), Cancelled);
        await _world.Clock.NoteAsync(Cancelled);
        Assert.Equal(1, await RunAsync());
        _time.Advance(TimeSpan.FromHours(1));
        // That a server runs is noted again and again, and is nothing to export.
        await _world.Clock.NoteAsync(Cancelled);
        Assert.Equal(0, await RunAsync());

        var path = Assert.Single(Directory.GetFiles(_folder.Of("exports"), "*.zip", SearchOption.AllDirectories));
        await using var bag = await ZipBag.ReadAsync(path, Cancelled);
        using var rows = await InstallationRows.OpenAsync(bag, await BagCheck.OfAsync(bag, Cancelled), Cancelled);
        using var to = new LedgerWorld(_time);
        await to.Clock.NoteAsync(Cancelled);
        var restore = new InstallationRestore(to.Storage, _time);
        Assert.Empty(await restore.RestoreTrailsAsync(rows.Rows, Cancelled));
        Assert.Equal(
            TrailKind.RecordsErased, Assert.Single(await new TrailReader(to.Storage.Rows).PageAsync(CycleTrails.Records, after: 0, 10, Cancelled)).Line.Kind);
        Assert.Equal([CycleTrails.Records], await restore.RestoreTrailsAsync(rows.Rows, Cancelled));
    }

    private Task<int> RunAsync() => new RowExports(
        _world.Storage, _other.Uploads, _world.Cycles, new ArchiveWriter(new MailSettings(), _time),
        new ExportSettings(ExportSettings.UsualDays), _time, NullLogger<RowExports>.Instance)
        .RunAsync(Cancelled);

    private Task<List<string>> NamesAsync() => _other.Uploads.ListAsync("", Cancelled).Select(blob => blob.Name).ToListAsync(Cancelled).AsTask();
}
