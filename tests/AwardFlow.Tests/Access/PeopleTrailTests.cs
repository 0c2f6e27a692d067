using System.Text.Json.Nodes;
using AwardFlow.Local.People;
using AwardFlow.Trail;
using AwardFlow.Web.Access;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Access;

/// <summary>Every change of the list of people is a line of its trail, and nobody bends either unseen.</summary>
public sealed class PeopleTrailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PeopleList _list;

    public PeopleTrailTests() =>
        _list = new PeopleList(new DirectoryInfo(_folder.Path), new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7))));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string ListPath => _folder.Of(PeopleFile.Name);

    private string TrailPath => _folder.Of(PeopleTrail.Name);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_was_added_changed_renewed_and_taken_off_by_whom_when_and_from_where_is_in_it()
    {
        var keys = new[] { _list.Add("มาลี", ["operator"], [], "malee@example.go.th"), _list.Renew("มาลี") };
        _list.Change("มาลี", "มาลี ใจดี", ["operator", "approver"], ["ผู้อำนวยการ"], "");
        _list.Change("มาลี ใจดี", null, null, null, null);
        _list.Revoke("มาลี ใจดี");

        var lines = await LinesAsync();
        Assert.Equal([TrailKind.PersonAdded, TrailKind.KeyRenewed, TrailKind.PersonChanged, TrailKind.PersonRevoked], lines.Select(line => line.Line.Kind));
        Assert.Equal([_list.Read()[0].Id], lines.Select(line => line.Line.Subject).Distinct());
        Assert.All(
            lines,
            line => Assert.Equal((Environment.UserName, Environment.MachineName, true), (line.Line.By!.Name, line.Line.By.From, line.Line.At.Year == 2026)));
        var changed = lines[2].Values!;
        Assert.Equal(("operator", "operator, approver"), (changed.Before!["roles"], changed.After!["roles"]));
        Assert.Equal(("มาลี", "มาลี ใจดี", "ผู้อำนวยการ"), (changed.Before["name"], changed.After["name"], changed.After["positions"]));
        Assert.True((await _list.Trail.CheckAsync(Cancelled)).IsWhole);
        Assert.All(keys, key => Assert.DoesNotContain(key, File.ReadAllText(TrailPath), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_byte_altered_in_any_line_is_found_at_that_line()
    {
        await TwoPeopleAsync();
        var whole = File.ReadAllBytes(TrailPath);
        for (var at = 0; at < whole.Length; at += 5)
        {
            if (whole[at] == '\n')
            {
                continue;
            }
            var bent = (byte[])whole.Clone();
            bent[at] = (byte)(bent[at] == '7' ? '8' : '7');
            await File.WriteAllBytesAsync(TrailPath, bent, Cancelled);
            Assert.False((await _list.Trail.CheckAsync(Cancelled)).IsWhole, $"byte {at}");
        }
    }

    [Fact]
    public async Task Lines_that_are_cut_off_or_put_behind_the_end_are_found()
    {
        await TwoPeopleAsync();
        var lines = File.ReadAllLines(TrailPath);
        await File.WriteAllLinesAsync(TrailPath, lines[..1], Cancelled);
        Assert.Contains((await _list.Trail.CheckAsync(Cancelled)).Faults, fault => fault.Kind == TrailFaultKind.LineMissing);
        await File.WriteAllLinesAsync(TrailPath, [.. lines, lines[1]], Cancelled);
        Assert.Contains((await _list.Trail.CheckAsync(Cancelled)).Faults, fault => fault.Kind == TrailFaultKind.LineForged);
        File.Delete(TrailPath);
        Assert.False((await _list.Trail.CheckAsync(Cancelled)).IsWhole);
    }

    [Fact]
    public async Task A_list_that_was_changed_by_hand_does_not_fit_its_last_line()
    {
        await TwoPeopleAsync();
        var list = JsonNode.Parse(await File.ReadAllTextAsync(ListPath, Cancelled))!;
        list["people"]![0]!["roles"]!.AsArray().Add("Approver");
        await File.WriteAllTextAsync(ListPath, list.ToJsonString(), Cancelled);
        Assert.Equal([new TrailFault(2, TrailFaultKind.RowAltered, PeopleFile.Name)], (await _list.Trail.CheckAsync(Cancelled)).Faults);
    }

    [Fact]
    public async Task A_list_of_an_earlier_version_has_no_trail_before_its_next_change()
    {
        _list.Add("มาลี", ["operator"], [], null);
        var list = JsonNode.Parse(await File.ReadAllTextAsync(ListPath, Cancelled))!.AsObject();
        list.Remove("trail");
        await File.WriteAllTextAsync(ListPath, list.ToJsonString(), Cancelled);
        File.Delete(TrailPath);
        Assert.True((await _list.Trail.CheckAsync(Cancelled)).IsWhole);
        _list.Renew("มาลี");
        Assert.Equal((true, 1), ((await _list.Trail.CheckAsync(Cancelled)).IsWhole, (await LinesAsync()).Count));
    }

    [Theory]
    [InlineData("before the line", 2)]
    [InlineData("within the line", 2)]
    [InlineData("before the list", 3)]
    public async Task A_command_that_is_cut_off_leaves_both_or_neither(string when, int lines)
    {
        await TwoPeopleAsync();
        var (list, trail) = (await File.ReadAllBytesAsync(ListPath, Cancelled), await File.ReadAllTextAsync(TrailPath, Cancelled));
        _list.Revoke("วิชัย");
        var (after, line) = (await File.ReadAllBytesAsync(ListPath, Cancelled), (await File.ReadAllTextAsync(TrailPath, Cancelled))[trail.Length..]);
        // As it was when the power went.
        await File.WriteAllBytesAsync(ListPath, list, Cancelled);
        await File.WriteAllBytesAsync($"{ListPath}.unfinished", after, Cancelled);
        await File.WriteAllTextAsync(TrailPath, trail + when switch { "before the line" => "", "within the line" => line[..40], _ => line }, Cancelled);

        var next = new PeopleList(new DirectoryInfo(_folder.Path), TimeProvider.System);
        next.Finish();

        Assert.Equal((true, lines), ((await next.Trail.CheckAsync(Cancelled)).IsWhole, (await LinesAsync()).Count));
        Assert.Equal(lines == 3, !next.Read()[1].IsActive);
        next.Renew("มาลี");
        Assert.Equal((true, lines + 1), ((await next.Trail.CheckAsync(Cancelled)).IsWhole, (await LinesAsync()).Count));
    }

    private async Task TwoPeopleAsync()
    {
        _list.Add("มาลี", ["operator"], [], null);
        _list.Add("วิชัย", ["approver"], ["ผู้อำนวยการ"], null);
        Assert.True((await _list.Trail.CheckAsync(Cancelled)).IsWhole);
    }

    private async Task<IReadOnlyList<(TrailLine Line, TrailValues? Values)>> LinesAsync() =>
        await new TrailReader(new PeopleList(new DirectoryInfo(_folder.Path), TimeProvider.System).Trail.Rows()).PageAsync(PeopleTrail.Of, 0, 100, Cancelled);
}
