using AwardFlow.Cycles;
using AwardFlow.Records;
using AwardFlow.Records.Restore;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>A copy of a data folder mails nothing by itself.</summary>
public sealed class CopiedFolderTests : IDisposable
{
    private static readonly CycleId Id = TestCycle.Definition.Id;

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt);
    private readonly LedgerWorld _world;

    public CopiedFolderTests() => _world = new LedgerWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("m1", "/srv/other")]
    [InlineData("m2", "/srv/data")]
    public async Task In_another_place_all_that_is_not_over_is_paused_once_and_what_waits_is_marked(string machine, string path)
    {
        await SendingAsync();
        Assert.Null(await SeeToAsync("m1", "/srv/data"));
        Assert.Null(await SeeToAsync("m1", "/srv/data"));
        Assert.Null((await _world.Cycles.GetAsync(Id, Cancelled)).Paused);

        Assert.Equal([Id], await SeeToAsync(machine, path));
        var cycle = await _world.Cycles.GetAsync(Id, Cancelled);
        Assert.Equal(RecordsTexts.PausedAsCopy.Thai, cycle.Paused!.Reason);
        Assert.Equal(TrailKind.Paused, (await new TrailReader(_world.Storage.Rows).PageAsync(Id.Text, after: 0, 10, Cancelled))[^1].Line.Kind);
        Assert.True((await _world.Ledger.FindAsync(Id, EntryCode.Parse("E0001"), Cancelled))!.PossibleDuplicate);

        await _world.Cycles.ChangeAsync(Id, each => each with { Paused = null }, Cancelled);
        Assert.Null(await SeeToAsync(machine, path));
        Assert.Null((await _world.Cycles.GetAsync(Id, Cancelled)).Paused);
    }

    [Fact]
    public async Task Who_says_that_the_folder_was_moved_has_nothing_paused_and_what_is_over_stays_as_it_is()
    {
        await SendingAsync();
        await SeeToAsync("m1", "/srv/data");
        Assert.Null(await SeeToAsync("m1", "/srv/moved", isMoved: true));
        Assert.Null(await SeeToAsync("m1", "/srv/moved"));
        await _world.Cycles.ChangeAsync(Id, each => each with { State = CycleState.Completed, CompletedAt = _time.GetUtcNow() }, Cancelled);
        Assert.Empty((await SeeToAsync("m1", "/srv/copy"))!);
        Assert.Null((await _world.Cycles.GetAsync(Id, Cancelled)).Paused);
    }

    private async Task SendingAsync()
    {
        await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await _world.EnterAsync(Id, page: 1, "E0001");
        await _world.Cycles.ChangeAsync(Id, cycle => cycle with { State = CycleState.Sending }, Cancelled);
    }

    private Task<IReadOnlyList<CycleId>?> SeeToAsync(string machine, string path, bool isMoved = false) =>
        new CopiedFolder(_world.Storage, _time).SeeToAsync(machine, path, isMoved, Cancelled);
}
