using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Tests.Storage;

/// <summary>A trail that somebody with the storage in his hands bent, and where that is found.</summary>
public sealed class TrailCheckTests : IDisposable
{
    private const string Of = "dga-2564";
    private const int Lines = 8;

    private static readonly DateTimeOffset At = new(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7));

    private readonly EmbeddedFixture _embedded = new();

    private IRowStore Rows => _embedded.Storage.Rows;

    private TrailWriter Trail => new(Rows);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _embedded.Dispose();

    [Fact]
    public async Task What_nobody_touched_is_whole()
    {
        var known = await WriteAsync();
        var report = await CheckAsync(known);
        Assert.Equal((true, Lines, Lines), (report.IsWhole, report.End.Lines, report.Rows));
        Assert.Equal(known, report.End);
        Assert.True((await new TrailCheck(Rows).OfAsync("nothing-here", known: null, Cancelled)).IsWhole);
    }

    [Fact]
    public async Task Every_single_byte_of_every_line_counts()
    {
        var known = await WriteAsync();
        for (var number = 1; number <= Lines; number++)
        {
            var row = await RowAsync($"trail!{number:D8}");
            // Each byte in turn would be the same thousands of times; these are one of every member.
            for (var at = 0; at < row.Json.Length; at += 7)
            {
                await PutAsync(row.Key, Altered(row.Json, at));
                Assert.Contains(
                    (await CheckAsync(known)).Faults, fault => fault.Number == number && fault.Kind is TrailFaultKind.LineAltered or TrailFaultKind.LineMoved);
            }
            await PutAsync(row.Key, row.Json);
        }
        Assert.True((await CheckAsync(known)).IsWhole);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(Lines)]
    public async Task One_byte_altered_in_a_line_is_found_at_its_number(int number)
    {
        var known = await WriteAsync();
        var row = await RowAsync($"trail!{number:D8}");
        await PutAsync(row.Key, row.Json.Replace("มาลี", "มานี", StringComparison.Ordinal));
        var faults = (await CheckAsync(known)).Faults;
        Assert.Equal(
            number == Lines
                ? [new(number, TrailFaultKind.LineAltered), new(number, TrailFaultKind.EndSetBack)]
                : [new TrailFault(number, TrailFaultKind.LineAltered)],
            faults.OrderBy(fault => fault.Kind));
    }

    [Fact]
    public async Task One_byte_altered_in_values_is_found_at_its_number()
    {
        var known = await WriteAsync();
        var row = await RowAsync("trailvalue!00000003");
        await PutAsync(row.Key, row.Json.Replace("\"letters\":\"3\"", "\"letters\":\"4\"", StringComparison.Ordinal));
        Assert.Equal([new TrailFault(3, TrailFaultKind.ValuesAltered)], (await CheckAsync(known)).Faults);
    }

    [Fact]
    public async Task A_row_that_a_line_tells_of_is_as_it_was()
    {
        var known = await WriteAsync();
        await PutAsync("j!E1!000004", """{"state":"delivered"}""");
        await DeleteAsync("j!E1!000006");
        Assert.Equal(
            [new TrailFault(4, TrailFaultKind.RowAltered, "j!E1!000004"), new TrailFault(6, TrailFaultKind.RowMissing, "j!E1!000006")],
            (await CheckAsync(known)).Faults);
    }

    [Fact]
    public async Task A_line_taken_out_of_the_middle_is_missed()
    {
        var known = await WriteAsync();
        await DeleteAsync("trail!00000004");
        await DeleteAsync("trailvalue!00000004");
        Assert.Equal([new TrailFault(4, TrailFaultKind.LineMissing)], (await CheckAsync(known)).Faults);
    }

    [Fact]
    public async Task Lines_cut_off_at_the_end_are_missed()
    {
        var known = await WriteAsync();
        await DeleteAsync("trail!00000007");
        await DeleteAsync("trail!00000008");
        Assert.Contains(new TrailFault(7, TrailFaultKind.LineMissing), (await CheckAsync(known: null)).Faults);
        Assert.Contains(new TrailFault(8, TrailFaultKind.EndSetBack), (await CheckAsync(known)).Faults);
    }

    [Fact]
    public async Task An_end_that_is_set_back_with_the_lines_does_not_fit_what_is_known_from_elsewhere()
    {
        var known = await WriteAsync();
        foreach (var number in new[] { 7, 8 })
        {
            await DeleteAsync($"trail!{number:D8}");
            await DeleteAsync($"trailvalue!{number:D8}");
        }
        var sixth = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes((await RowAsync("trail!00000006")).Json)));
        await PutAsync("trail", $$"""{"lines":6,"sha256":"{{sixth}}"}""");
        Assert.True((await CheckAsync(known: null)).IsWhole);
        Assert.Equal([new TrailFault(8, TrailFaultKind.EndSetBack)], (await CheckAsync(known)).Faults);
        await DeleteAsync("trail");
        Assert.Contains((await CheckAsync(known)).Faults, fault => fault.Kind == TrailFaultKind.LineForged);
    }

    [Fact]
    public async Task Lines_that_change_places_are_found_at_both()
    {
        var known = await WriteAsync();
        var (third, fifth) = (await RowAsync("trail!00000003"), await RowAsync("trail!00000005"));
        await PutAsync(third.Key, fifth.Json);
        await PutAsync(fifth.Key, third.Json);
        var faults = (await CheckAsync(known)).Faults;
        Assert.Contains(new TrailFault(3, TrailFaultKind.LineMoved), faults);
        Assert.Contains(new TrailFault(5, TrailFaultKind.LineMoved), faults);
    }

    [Fact]
    public async Task A_line_put_behind_the_end_was_not_written_as_lines_are()
    {
        var known = await WriteAsync();
        await PutAsync("trail!00000009", (await RowAsync("trail!00000008")).Json);
        Assert.Equal([new TrailFault(9, TrailFaultKind.LineForged)], (await CheckAsync(known)).Faults);
    }

    [Fact]
    public async Task Values_are_erased_and_the_chain_stays_whole_but_nobody_takes_them_away_in_silence()
    {
        await WriteAsync();
        await new TrailErasure(Rows).EraseAsync(Of, 5, Actor.Named("มาลี"), At.AddYears(10), "ครบกำหนดเก็บ", Cancelled);
        var report = await CheckAsync(known: null);
        Assert.Equal((true, Lines + 1, 5, 3), (report.IsWhole, report.End.Lines, report.Erased, report.Rows));
        Assert.Null(await Rows.FindAsync(Of, "trailvalue!00000005", Cancelled));
        await new TrailErasure(Rows).EraseAsync(Of, 5, Actor.Named("มาลี"), At.AddYears(10), "ครบกำหนดเก็บ", Cancelled);
        Assert.Equal(Lines + 1, (await CheckAsync(known: null)).End.Lines);

        await DeleteAsync("trailvalue!00000006");
        Assert.Equal([new TrailFault(6, TrailFaultKind.ValuesMissing)], (await CheckAsync(known: null)).Faults);
    }

    [Fact]
    public async Task What_is_written_while_somebody_looks_is_no_fault()
    {
        await WriteAsync();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 30; n++)
            {
                await WriteAsync(100 + n);
            }
        }, Cancelled);
        while (!writing.IsCompleted)
        {
            Assert.Empty((await CheckAsync(known: null)).Faults);
        }
        await writing;
    }

    // Eight lines, each with values and a row that never changes.
    private async Task<TrailMark> WriteAsync()
    {
        for (var number = 1; number <= Lines; number++)
        {
            await WriteAsync(number);
        }
        return (await Trail.HeadAsync(Of, Cancelled)).Mark;
    }

    private async Task WriteAsync(int number)
    {
        var row = RowChange.Add($"j!E1!{number:D6}", """{"state":"accepted"}""");
        var entry = new TrailEntry("scoresUploaded", new Actor("oid-1", "มาลี", "10.1.2.3"), At)
        {
            Subject = "E1",
            Reason = "ทดสอบ",
            Before = TrailValues.Of(("letters", number - 1)),
            After = TrailValues.Of(("letters", number)),
            Rows = TrailValues.HashesOf(row),
        };
        Assert.True((await Trail.CommitAsync(Of, [row], entry, Cancelled)).IsCommitted);
    }

    [Fact]
    public async Task Behind_a_mark_only_what_came_since_is_looked_at_and_the_mark_itself()
    {
        var known = await WriteAsync();
        var good = await MarkAsync(4);
        var since = await new TrailCheck(Rows).SinceAsync(Of, known, good, Cancelled);
        Assert.Equal((true, 4, 4, Lines), (since.IsWhole, since.From, since.Rows, since.End.Lines));

        // Before the mark: found by looking at all, and by looking at these lines.
        var row = await RowAsync("trail!00000002");
        await PutAsync(row.Key, Altered(row.Json, 40));
        Assert.True((await new TrailCheck(Rows).SinceAsync(Of, known, good, Cancelled)).IsWhole);
        Assert.Equal([2], (await new TrailCheck(Rows).OfLinesAsync(Of, 1, 3, Cancelled)).Select(fault => fault.Number).Distinct());
        Assert.Empty(await new TrailCheck(Rows).OfLinesAsync(Of, 5, Lines, Cancelled));
        Assert.False((await CheckAsync(known)).IsWhole);
        await PutAsync(row.Key, row.Json);

        foreach (var number in new[] { 4, 6, 8 })
        {
            row = await RowAsync($"trail!{number:D8}");
            await PutAsync(row.Key, Altered(row.Json, 40));
            Assert.Contains((await new TrailCheck(Rows).SinceAsync(Of, known, good, Cancelled)).Faults, fault => fault.Number == number);
            await PutAsync(row.Key, row.Json);
        }
    }

    [Fact]
    public async Task What_was_written_anew_from_before_a_mark_does_not_fit_it()
    {
        await WriteAsync();
        var good = await MarkAsync(6);
        foreach (var number in Enumerable.Range(5, Lines - 4))
        {
            await DeleteAsync($"trail!{number:D8}");
            await DeleteAsync($"trailvalue!{number:D8}");
        }
        var end = await MarkAsync(4);
        await PutAsync("trail", $$"""{"lines":4,"sha256":"{{end.Sha256}}"}""");
        Assert.Equal([new TrailFault(6, TrailFaultKind.EndSetBack)], (await new TrailCheck(Rows).SinceAsync(Of, known: null, good, Cancelled)).Faults);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 5)]
    [InlineData(7, 100)]
    [InlineData(20, 30)]
    public async Task Lines_that_nobody_touched_fit_their_neighbours(int first, int last)
    {
        await WriteAsync();
        Assert.Empty(await new TrailCheck(Rows).OfLinesAsync(Of, first, last, Cancelled));
    }

    private async Task<TrailMark> MarkAsync(int number) => new(number, (await new TrailReader(Rows).PageAsync(Of, number - 1, 1, Cancelled))[0].Line.Sha256);

    private Task<TrailReport> CheckAsync(TrailMark? known) => new TrailCheck(Rows).OfAsync(Of, known, Cancelled);

    private async Task<Row> RowAsync(string key) => (await Rows.FindAsync(Of, key, Cancelled))!;

    private Task PutAsync(string key, string json) => Rows.CommitAsync(Of, RowChange.Put(key, json), Cancelled);

    private async Task DeleteAsync(string key) => await Rows.CommitAsync(Of, RowChange.Delete(key, (await RowAsync(key)).Version), Cancelled);

    private static string Altered(string json, int at) => string.Concat(json.AsSpan(0, at), json[at] == 'x' ? "y" : "x", json.AsSpan(at + 1));
}
