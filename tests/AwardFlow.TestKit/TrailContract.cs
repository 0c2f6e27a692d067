using System.Security.Cryptography;
using System.Text;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.TestKit;

/// <summary>What trails do on every adapter of storage.</summary>
public abstract class TrailContract
{
    private static readonly Actor Malee = new("oid-1", "มาลี", "10.1.2.3");

    // A partition of its own for each test.
    private readonly string _own = $"test-{Guid.NewGuid():N}";

    protected abstract IStorage Storage { get; }

    private IRowStore Rows => Storage.Rows;

    private TrailWriter Trail => new(Rows);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_and_its_line_are_one_commit()
    {
        var result = await Trail.CommitAsync(_own, [RowChange.Add("a", "1")], Entry("created"), Cancelled);

        Assert.True(result.IsCommitted);
        Assert.Equal(new Row("a", result.Versions[0]!, "1"), await Rows.FindAsync(_own, "a", Cancelled));
        var line = Assert.Single(await LinesAsync());
        Assert.Equal(("created", 1, Malee, ""), (line.Kind, line.Number, line.By, line.Previous));
        Assert.Equal((1, Sha256(line.Json())), ((await Trail.HeadAsync(_own, Cancelled)).Lines, (await Trail.HeadAsync(_own, Cancelled)).Sha256));
    }

    [Fact]
    public async Task Where_a_change_is_not_made_no_line_is_written()
    {
        await Rows.CommitAsync(_own, RowChange.Add("a", "1"), Cancelled);

        var result = await Trail.CommitAsync(_own, [RowChange.Put("b", "1"), RowChange.Add("a", "2")], Entry("created"), Cancelled);

        Assert.Equal((false, 1), (result.IsCommitted, result.Failed));
        Assert.Empty(await LinesAsync());
        Assert.Null(await Rows.FindAsync(_own, "b", Cancelled));
    }

    [Fact]
    public async Task Of_twenty_at_once_each_has_its_line()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Trail.CommitAsync(_own, [RowChange.Add($"row-{n:D2}", "1")], Entry($"kind{n}"), Cancelled)));

        var lines = await LinesAsync();
        Assert.Equal(Enumerable.Range(1, 20), lines.Select(line => line.Number));
        Assert.Equal(
            Enumerable.Range(1, 20).Select(n => $"kind{n}").Order(StringComparer.Ordinal), lines.Select(line => line.Kind).Order(StringComparer.Ordinal));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(Sha256(pair.First.Json()), pair.Second.Previous));
    }

    [Fact]
    public async Task Who_looked_before_somebody_else_wrote_writes_nothing()
    {
        var looked = await Trail.HeadAsync(_own, Cancelled);
        await Trail.CommitAsync(_own, [], Entry("other"), Cancelled);

        Assert.Null(await Trail.CommitAsync(looked, _ => [RowChange.Add("a", "1")], Entry("late"), Cancelled));

        Assert.Equal("other", Assert.Single(await LinesAsync()).Kind);
        Assert.Null(await Rows.FindAsync(_own, "a", Cancelled));
    }

    [Fact]
    public async Task Nothing_is_written_behind_a_line_that_somebody_put_there()
    {
        await Trail.CommitAsync(_own, [], Entry("created"), Cancelled);
        await Rows.CommitAsync(_own, RowChange.Add("trail!00000002", "{}"), Cancelled);

        var refused = await Assert.ThrowsAsync<StorageException>(() => Trail.CommitAsync(_own, [], Entry("next"), Cancelled));

        Assert.Equal(StorageFault.Damaged, refused.Fault);
    }

    [Fact]
    public async Task Values_stand_beside_their_line_which_has_their_salted_hash()
    {
        await Trail.CommitAsync(
            _own,
            [],
            Entry("changed") with { Before = TrailValues.Of(("letters", 3), ("none", null)), After = TrailValues.Of(("letters", 4), ("closed", true)) },
            Cancelled);
        await Trail.CommitAsync(
            _own, [], Entry("changed") with { Before = TrailValues.Of(("letters", 3)), After = TrailValues.Of(("letters", 4), ("closed", true)) }, Cancelled);

        var (one, other) = ((await LinesAsync())[0], (await LinesAsync())[1]);
        var row = await Rows.FindAsync(_own, "trailvalue!00000001", Cancelled);
        Assert.Equal(one.Values, Sha256(row!.Json));
        Assert.NotEqual(one.Values, other.Values);
        var values = StoredRecords.Read<TrailValues>(_own, row);
        Assert.Equal(32, values.Salt.Length);
        Assert.Equal([("letters", "3")], values.Before!.Select(value => (value.Key, value.Value)));
        Assert.Equal([("letters", "4"), ("closed", "true")], values.After!.Select(value => (value.Key, value.Value)));
    }

    private static TrailEntry Entry(string kind) => new(kind, Malee, new DateTimeOffset(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7)));

    private async Task<List<TrailLine>> LinesAsync() => await Rows.ListAsync<TrailLine>(_own, RowRange.Prefix("trail!"), Cancelled).ToListAsync(Cancelled);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
