using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>What every adapter of storage does alike.</summary>
public abstract partial class StorageContract
{
    // Partitions and folders of its own for each test.
    private readonly string _own = $"test-{Guid.NewGuid():N}";

    protected abstract IStorage Storage { get; }

    private IRowStore Rows => Storage.Rows;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_comes_back_as_it_was_stored_with_its_version()
    {
        var version = await AddAsync("d!ก-1", """{"address":"saraban@ตัวอย่าง.go.th"}""");

        var row = await Rows.FindAsync(_own, "d!ก-1", Cancelled);

        Assert.Equal(new Row("d!ก-1", version, """{"address":"saraban@ตัวอย่าง.go.th"}"""), row);
        Assert.Null(await Rows.FindAsync(_own, "d!ก-2", Cancelled));
        Assert.Null(await Rows.FindAsync($"{_own}-other", "d!ก-1", Cancelled));
    }

    [Fact]
    public async Task A_row_is_added_once()
    {
        var version = await AddAsync("a", "1");

        Assert.Null(await Rows.CommitAsync(_own, RowChange.Add("a", "2"), Cancelled));

        Assert.Equal(new Row("a", version, "1"), await Rows.FindAsync(_own, "a", Cancelled));
    }

    [Fact]
    public async Task A_row_is_replaced_only_at_the_version_that_was_read()
    {
        var first = await AddAsync("a", "1");
        var second = await Rows.CommitAsync(_own, RowChange.Replace("a", "2", first), Cancelled);

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await Rows.CommitAsync(_own, RowChange.Replace("a", "3", first), Cancelled));
        Assert.Equal(new Row("a", second, "2"), await Rows.FindAsync(_own, "a", Cancelled));
        Assert.Null(await Rows.CommitAsync(_own, RowChange.Replace("b", "1", first), Cancelled));
    }

    [Fact]
    public async Task A_row_is_put_whatever_is_there()
    {
        await Rows.CommitAsync(_own, RowChange.Put("a", "1"), Cancelled);
        var version = await Rows.CommitAsync(_own, RowChange.Put("a", "2"), Cancelled);

        Assert.Equal(new Row("a", version!, "2"), await Rows.FindAsync(_own, "a", Cancelled));
    }

    [Fact]
    public async Task A_row_is_deleted_only_at_the_version_that_was_read()
    {
        var first = await AddAsync("a", "1");
        var second = await Rows.CommitAsync(_own, RowChange.Replace("a", "2", first), Cancelled);

        Assert.Null(await Rows.CommitAsync(_own, RowChange.Delete("a", first), Cancelled));
        Assert.NotNull(await Rows.FindAsync(_own, "a", Cancelled));
        Assert.Equal("", await Rows.CommitAsync(_own, RowChange.Delete("a", second!), Cancelled));
        Assert.Null(await Rows.FindAsync(_own, "a", Cancelled));
        Assert.Null(await Rows.CommitAsync(_own, RowChange.Delete("a", second!), Cancelled));
    }

    [Fact]
    public async Task A_row_that_was_deleted_and_added_again_has_another_version()
    {
        var first = await AddAsync("a", "1");
        await Rows.CommitAsync(_own, RowChange.Delete("a", first), Cancelled);
        var second = await AddAsync("a", "1");

        Assert.NotEqual(first, second);
        Assert.Null(await Rows.CommitAsync(_own, RowChange.Replace("a", "2", first), Cancelled));
    }

    [Fact]
    public async Task A_commit_makes_all_its_changes_and_tells_their_versions()
    {
        var (old, gone) = (await AddAsync("old", "1"), await AddAsync("gone", "1"));

        var result = await Rows.CommitAsync(
            _own, [RowChange.Replace("old", "2", old), RowChange.Delete("gone", gone), RowChange.Add("new", "2"), RowChange.Put("put", "2")], Cancelled);

        Assert.True(result.IsCommitted);
        Assert.Null(result.Failed);
        var rows = await Rows.PageAsync(_own, RowRange.All, 10, Cancelled);
        Assert.Equal([new Row("new", result.Versions[2]!, "2"), new Row("old", result.Versions[0]!, "2"), new Row("put", result.Versions[3]!, "2")], rows);
        Assert.Null(result.Versions[1]);
    }

    [Fact]
    public async Task A_commit_whose_one_condition_does_not_hold_changes_nothing_and_tells_which_it_was()
    {
        var version = await AddAsync("old", "1");

        var result = await Rows.CommitAsync(
            _own,
            [RowChange.Put("put", "2"), RowChange.Replace("old", "2", version), RowChange.Add("old2", "2"), RowChange.Delete("none", version)],
            Cancelled);

        Assert.False(result.IsCommitted);
        Assert.Equal(3, result.Failed);
        Assert.Equal([new Row("old", version, "1")], await Rows.PageAsync(_own, RowRange.All, 10, Cancelled));
    }

    [Fact]
    public async Task A_commit_of_a_hundred_changes_is_one()
    {
        var adds = Enumerable.Range(0, 100).Select(number => RowChange.Add($"k{number:D3}", $"{number}")).ToList();

        Assert.True((await Rows.CommitAsync(_own, adds, Cancelled)).IsCommitted);
        Assert.Equal(
            99,
            (await Rows.CommitAsync(
                _own, [.. Enumerable.Range(1, 99).Select(number => RowChange.Add($"n{number:D3}", "0")), RowChange.Add("k050", "0")], Cancelled)).Failed);

        Assert.Equal(adds.Select(add => add.Key), (await Rows.PageAsync(_own, RowRange.All, 1000, Cancelled)).Select(row => row.Key));
    }

    [Fact]
    public async Task What_no_adapter_could_take_is_refused_by_each()
    {
        var one = RowChange.Put("a", "1");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.CommitAsync(_own, [], Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.CommitAsync(_own, [one, one], Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Rows.CommitAsync(_own, [.. Enumerable.Range(0, 101).Select(number => RowChange.Put($"k{number}", "1"))], Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.CommitAsync(_own, RowChange.Put("a", new string('x', RowLimits.LongestJson + 1)), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.PageAsync(_own, RowRange.All, 1001, Cancelled));
        foreach (var key in new[] { "", "a/b", "a\\b", "a#b", "a?b", "a\tb", "a\0b", "😀", new string('k', RowLimits.LongestKey + 1) })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.CommitAsync(_own, RowChange.Put(key, "1"), Cancelled));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.FindAsync(_own, key, Cancelled));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Rows.FindAsync(key, "a", Cancelled));
        }
        Assert.Empty(await Rows.PageAsync(_own, RowRange.All, 10, Cancelled));
    }

    [Fact]
    public async Task Odd_keys_are_keys()
    {
        string[] keys =
        [
            "'", "''", "a'b", "%27", "a b", " a", "a&b=c", "a+b", "a%2Fb", "(a,b)", "<>\"",
            "é", "e\u0301", "น้ำ", "d!ก", "~", "A", "a", new('k', RowLimits.LongestKey),
        ];

        foreach (var key in keys)
        {
            var version = await AddAsync(key, $"\"{keys.IndexOf(key)}\"");
            Assert.Equal(version, (await Rows.FindAsync(_own, key, Cancelled))?.Version);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await Rows.PageAsync(_own, RowRange.All, 1000, Cancelled)).Select(row => row.Key));
        foreach (var key in keys)
        {
            Assert.Equal($"\"{keys.IndexOf(key)}\"", Assert.Single(await Rows.PageAsync(_own, RowRange.Of(key, key + "\u0e5b"), 1, Cancelled)).Json);
        }
    }

    [Fact]
    public async Task A_range_is_in_the_ordinal_order_of_its_keys()
    {
        string[] keys = ["a", "B", "a-1", "a_1", "a!1", "a1", "ก", "ข", "เ", "a\"1", "b", "a.1"];
        foreach (var key in keys)
        {
            await AddAsync(key, "1");
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(RowRange.All));
        Assert.Equal(["a!1", "a\"1", "a-1", "a.1", "a1", "a_1"], await KeysAsync(RowRange.Of("a!", "b")));
        Assert.Equal(["a!1"], await KeysAsync(RowRange.Prefix("a!")));
        Assert.Equal(["a_1"], await KeysAsync(RowRange.Of("a1", "b").After("a1")));
        Assert.Equal(["ข", "เ"], await KeysAsync(RowRange.Of("ข", null)));
        Assert.Empty(await KeysAsync(RowRange.Of("b", "a")));
    }

    [Fact]
    public async Task Thousands_of_rows_are_read_by_page()
    {
        var keys = Enumerable.Range(0, 2150).Select(number => $"d!{number:D5}").ToList();
        foreach (var some in keys.Append("e").Chunk(100))
        {
            Assert.True((await Rows.CommitAsync(_own, [.. some.Select(key => RowChange.Add(key, "1"))], Cancelled)).IsCommitted);
        }

        Assert.Equal(1000, (await Rows.PageAsync(_own, RowRange.All, 1000, Cancelled)).Count);
        Assert.Equal(7, (await Rows.PageAsync(_own, RowRange.All, 7, Cancelled)).Count);
        Assert.Equal(keys, await KeysAsync(RowRange.Prefix("d!")));
        Assert.Equal(keys[2000..], (await Rows.PageAsync(_own, RowRange.Prefix("d!").After(keys[1999]), 1000, Cancelled)).Select(row => row.Key));
    }

    [Fact]
    public async Task Of_many_who_change_a_row_at_once_none_is_lost()
    {
        await AddAsync("count", "0");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var row = (await Rows.FindAsync(_own, "count", Cancelled))!;
                var trace = RowChange.Add($"trace-{Guid.NewGuid():N}", "1");
                var result = await Rows.CommitAsync(_own, [RowChange.Replace("count", $"{int.Parse(row.Json, null) + 1}", row.Version), trace], Cancelled);
                Assert.Equal(result.IsCommitted ? null : 0, result.Failed);
                done += result.IsCommitted ? 1 : 0;
            }
        })));

        Assert.Equal("80", (await Rows.FindAsync(_own, "count", Cancelled))!.Json);
        Assert.Equal(80, (await KeysAsync(RowRange.Prefix("trace-"))).Count);
    }

    [Fact]
    public async Task Of_many_who_add_a_row_at_once_one_does()
    {
        var added = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(number => Task.Run(() => Rows.CommitAsync(_own, RowChange.Add("a", $"{number}"), Cancelled))));

        var winner = Assert.Single(added, version => version is not null);
        Assert.Equal(winner, (await Rows.FindAsync(_own, "a", Cancelled))!.Version);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("ก")]
    [InlineData("😀")]
    public async Task A_large_record_comes_back_whole(string text)
    {
        var json = $"-{string.Concat(Enumerable.Repeat(text, (RowLimits.LongestJson - 1) / text.Length))}";
        var version = await AddAsync("a", json);

        Assert.Equal(new Row("a", version, json), await Rows.FindAsync(_own, "a", Cancelled));
        var shorter = await Rows.CommitAsync(_own, RowChange.Replace("a", "", version), Cancelled);
        Assert.Equal(new Row("a", shorter!, ""), await Rows.FindAsync(_own, "a", Cancelled));
    }

    [Fact]
    public async Task Records_are_kept_without_what_names_them_and_read_with_it()
    {
        var record = new Letter
        {
            Partition = _own,
            Key = "d!ก",
            Address = "a@ก.go.th",
            At = new DateTimeOffset(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7)),
            State = DayOfWeek.Friday,
        };

        var version = await Rows.CommitAsync(_own, RowChange.Add(record), Cancelled);

        Assert.Equal("""{"address":"a@ก.go.th","at":"2021-10-08T16:30:00+07:00","state":"friday"}""", (await Rows.FindAsync(_own, "d!ก", Cancelled))!.Json);
        Assert.Equal(record with { Version = version! }, await Rows.FindAsync<Letter>(_own, "d!ก", Cancelled));
        Assert.Equal([record with { Version = version! }], await Rows.PageAsync<Letter>(_own, RowRange.All, 5, Cancelled));
        Assert.Equal([record with { Version = version! }], await Rows.ListAsync<Letter>(_own, RowRange.All, Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task What_another_version_added_to_a_record_is_passed_over_and_what_is_no_record_is_damage()
    {
        await AddAsync("a", """{"address":"a@ก.go.th","later":{"x":1}}""");
        await AddAsync("b", "[]");

        Assert.Equal("a@ก.go.th", (await Rows.FindAsync<Letter>(_own, "a", Cancelled))!.Address);
        var damage = await Assert.ThrowsAsync<StorageException>(() => Rows.FindAsync<Letter>(_own, "b", Cancelled));
        Assert.Equal(StorageFault.Damaged, damage.Fault);
    }

    private async Task<string> AddAsync(string key, string json)
    {
        var version = await Rows.CommitAsync(_own, RowChange.Add(key, json), Cancelled);
        Assert.False(string.IsNullOrEmpty(version));
        return version;
    }

    private async Task<List<string>> KeysAsync(RowRange range) =>
        [.. (await Rows.ListAsync(_own, range, Cancelled).ToListAsync(Cancelled)).Select(row => row.Key)];

    private sealed record Letter : StoredRecord
    {
        public string Address { get; init; } = "";

        public DateTimeOffset? At { get; init; }

        public DayOfWeek State { get; init; }

        public string? Detail { get; init; }
    }
}
