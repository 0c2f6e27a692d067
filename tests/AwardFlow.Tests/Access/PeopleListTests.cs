using System.Security.Cryptography;
using System.Text;
using AwardFlow.Local;
using AwardFlow.Local.People;
using AwardFlow.Web.Access;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Access;

/// <summary>People of one machine: who is on the list, and whom the server that reads it lets in.</summary>
public sealed class PeopleListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)));
    private readonly PeopleList _list;
    private readonly PeopleFile _server;

    public PeopleListTests() => (_list, _server) = (new PeopleList(new DirectoryInfo(_folder.Path), _time), new PeopleFile(_folder.Of("people.json")));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Somebody_who_is_added_is_known_by_a_key_of_256_bits_that_is_kept_nowhere()
    {
        var key = Add("มาลี ใจดี", "operator");
        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        var malee = Assert.Single(_server.Read());
        Assert.Equal(("มาลี ใจดี", Roles.Operator), (malee.Name, Assert.Single(malee.Roles)));
        Assert.True(Opens(malee, key));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => File.ReadAllText(file).Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_in_another_case_or_with_anything_more_opens_nothing()
    {
        var key = Add("มาลี", "operator");
        var malee = _server.Read()[0];
        Assert.All(
            new[] { key.ToUpperInvariant(), key.ToLowerInvariant(), $"{key} ", key[..^1], $"{key},{key}", "" }, wrong => Assert.False(Opens(malee, wrong)));
    }

    [Fact]
    public void A_new_key_ends_the_old_one_and_the_person_stays_the_same()
    {
        var before = Add("มาลี", "operator");
        var id = _server.Read()[0].Id;
        var after = _list.Renew(" มาลี ");
        var malee = Assert.Single(_server.Read());
        Assert.Equal((id, false, true), (malee.Id, Opens(malee, before), Opens(malee, after)));
    }

    [Fact]
    public void Who_is_taken_off_is_let_in_no_more_and_whoever_comes_under_the_name_is_somebody_else()
    {
        var before = Add("มาลี", "approver");
        var id = _server.Read()[0].Id;
        _list.Revoke("มาลี");
        Assert.False(Opens(Assert.Single(_server.Read()), before));
        var after = Add("มาลี", "operator");
        var (gone, malee) = (_server.Read()[0], _server.Read()[1]);
        Assert.Equal((id, false, false), (gone.Id, gone.IsActive, Opens(gone, after)));
        Assert.NotEqual(id, malee.Id);
        Assert.True(Opens(malee, after));
        Assert.Contains("Nobody on the list is named", Refusal(() => _list.Renew("วิชัย")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_keeps_the_id_and_the_key()
    {
        var key = Add("มาลี", "operator");
        var id = _server.Read()[0].Id;
        _list.Change("มาลี", "มาลี ใจดี", ["operator", "desk"], ["หัวหน้าศูนย์"], "malee@example.go.th");
        var malee = Assert.Single(_server.Read());
        Assert.Equal((id, "มาลี ใจดี", "malee@example.go.th"), (malee.Id, malee.Name, malee.Email));
        Assert.Equal([Roles.Operator, Roles.Desk], malee.Roles);
        Assert.Equal(["หัวหน้าศูนย์"], malee.Positions);
        Assert.True(Opens(malee, key));
        _list.Change("มาลีใจดี", null, null, [], "");
        Assert.Equal((0, null, 2), (_server.Read()[0].Positions.Count, _server.Read()[0].Email, _server.Read()[0].Roles.Count));
    }

    [Theory]
    [InlineData("มาลี")]
    [InlineData("มา ลี")]
    [InlineData("มาลี\u200b")]
    public void No_two_have_one_name(string name)
    {
        Add("มาลี", "operator");
        Assert.Contains("already", Refusal(() => Add(name, "approver")), StringComparison.Ordinal);
        Add("วิชัย", "approver");
        Assert.Contains("already", Refusal(() => _list.Change("วิชัย", name, null, null, null)), StringComparison.Ordinal);
        Assert.Equal(2, _server.Read().Count);
    }

    [Fact]
    public void What_is_wrong_about_a_person_is_said_and_nothing_is_changed()
    {
        Assert.Contains("cannot be a name", Refusal(() => Add("local", "operator")), StringComparison.Ordinal);
        Assert.Contains("a role must be", Refusal(() => Add("มาลี", "boss")), StringComparison.Ordinal);
        Assert.Contains("a role must be", Refusal(() => Add("มาลี")), StringComparison.Ordinal);
        Assert.Contains("--email", Refusal(() => _list.Add("มาลี", ["operator"], [], "nobody")), StringComparison.Ordinal);
        Assert.Contains("--position", Refusal(() => _list.Add("มาลี", ["operator"], [""], null)), StringComparison.Ordinal);
        Assert.Empty(_server.Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"version\": 1, \"people\": [null]}")]
    [InlineData("{\"version\": 2, \"people\": []}")]
    [InlineData("{\"version\": 1, \"people\": [], \"more\": 1}")]
    [InlineData("{\"version\": 1, \"people\": [], \"people\": []}")]
    [InlineData(
        "{\"version\": 1, \"people\": [{\"id\": \"a1\", \"name\": \"x\", \"roles\": [\"Boss\"], \"keySha256\": \"00\", \"addedAt\": \"2026-01-05T09:00:00+07:00\", \"keyMadeAt\": \"2026-01-05T09:00:00+07:00\"}]}")]
    public void A_wrong_file_is_said_to_be_damaged_and_nothing_is_written_over_it(string content)
    {
        File.WriteAllText(_server.Path, content);
        Assert.Contains("is damaged", Assert.Throws<PeopleFileException>(_server.Read).Message, StringComparison.Ordinal);
        Assert.Contains("is damaged", Refusal(() => Add("มาลี", "operator")), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_server.Path));
    }

    [Fact]
    public void Every_cut_of_a_file_is_damage()
    {
        Add("มาลี", "operator");
        var whole = File.ReadAllBytes(_server.Path);
        for (var length = 0; length < whole.Length - 1; length += 7)
        {
            File.WriteAllBytes(_server.Path, whole[..length]);
            Assert.Throws<PeopleFileException>(_server.Read);
        }
        File.WriteAllBytes(_server.Path, whole);
        Assert.Single(_server.Read());
    }

    [Fact]
    public void One_persons_key_copied_to_another_is_damage()
    {
        Add("มาลี", "operator");
        Add("วิชัย", "approver");
        var people = _server.Read();
        File.WriteAllText(_server.Path, File.ReadAllText(_server.Path).Replace(people[1].KeySha256!, people[0].KeySha256!, StringComparison.Ordinal));
        Assert.Contains("somebody else's", Assert.Throws<PeopleFileException>(_server.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_there_and_has_gone_opens_nothing()
    {
        Add("มาลี", "operator");
        _server.Read();
        File.Delete(_server.Path);
        Assert.Contains("has gone", Assert.Throws<PeopleFileException>(_server.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_at_a_time_lose_nobody()
    {
        using (DataFolder.Lock(_folder.Of("people.lock")))
        {
            Assert.Contains("Another command", Refusal(() => Add("มาลี", "operator")), StringComparison.Ordinal);
        }
        Add("มาลี", "operator");
        Assert.Single(_server.Read());
    }

    [Fact]
    public void What_a_command_left_that_was_cut_off_is_written_over()
    {
        File.WriteAllText(_folder.Of("people.json.unfinished"), "{");
        Add("มาลี", "operator");
        Assert.Single(_server.Read());
        Assert.False(File.Exists(_folder.Of("people.json.unfinished")));
    }

    [Fact]
    public void The_file_is_its_owners_alone()
    {
        Add("มาลี", "operator");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_server.Path));
        }
    }

    private string Add(string name, params string[] roles) => _list.Add(name, roles, [], email: null);

    private static bool Opens(Person person, string key) => person.HasKey(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Refusal(Action action) => Assert.Throws<UsageException>(action).Message;
}
