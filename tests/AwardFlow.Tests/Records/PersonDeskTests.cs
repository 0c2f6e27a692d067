using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Notices;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What is erased of one person is that person's, and of what is kept it is said why and for how long.</summary>
public sealed class PersonDeskTests : IAsyncDisposable
{
    private const string Joann = "joann@moi.go.th";
    private const string Telephone = "081-234-5678";

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public PersonDeskTests() => _world = new JudgingWorld(_time, ("Retention:ScoresByJudgeDays", "90"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PersonDesk Desk => _world.Get<PersonDesk>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("ann@moi.go.th")]
    [InlineData("ใจดี")]
    [InlineData("สมชาย")]
    [InlineData("สมชาย ใจ")]
    [InlineData("address")]
    [InlineData("occasion")]
    [InlineData("sent")]
    [InlineData("approval")]
    public async Task What_is_a_part_of_others_names_or_addresses_erases_nothing_of_theirs(string who)
    {
        var id = await OverAsync();
        var before = await StorageComparison.OfAsync(_world.Storage, id.Text, Cancelled);
        var found = await Desk.EraseAsync(who, JudgingWorld.Officer, Cancelled);
        Assert.All(found, finding => Assert.True(finding.IsKept, finding.Kind));
        Assert.Equal(before, await StorageComparison.OfAsync(_world.Storage, id.Text, Cancelled));
        Assert.Single(Directory.GetFiles(_world.Outbox));
    }

    [Fact]
    public async Task Half_a_name_is_told_as_what_may_be_somebody_elses()
    {
        await OverAsync();
        var found = await Desk.FindAsync("ใจดี", Cancelled);
        Assert.Equal(
            [("judges", "unclear"), ("notices", "unclear"), ("receiptNames", "unclear"), ("refusedUploads", "unclear")],
            found.Where(finding => finding.KeptFor != KeptFor.Law).Select(finding => (finding.Kind, finding.KeptFor!)));
    }

    [Theory]
    [InlineData(Joann)]
    [InlineData("สมชาย ใจดี")]
    public async Task The_person_s_own_is_erased(string who)
    {
        var id = await OverAsync();
        await Desk.EraseAsync(who, JudgingWorld.Officer, Cancelled);
        Assert.DoesNotContain(await Desk.FindAsync(who, Cancelled), finding => finding.KeptFor != KeptFor.Law);
        Assert.Equal(who == Joann, (await _world.Storage.Rows.FindAsync<LetterDelivery>(id.Text, "d!E0001!001!001", Cancelled))!.Stamp!.Name is not null);
    }

    [Fact]
    public async Task A_telephone_number_and_scores_are_not_kept_by_law_but_until_their_day()
    {
        var id = await OverAsync();
        Assert.Equal([("telephones", KeptFor.Retention, _time.GetUtcNow().AddDays(365), 2)], Of(await Desk.FindAsync(Telephone, Cancelled)));
        Assert.Contains(("scoresByJudge", KeptFor.Retention, _time.GetUtcNow().AddDays(90), 2), Of(await Desk.FindAsync("นางมาลี อดทน", Cancelled)));
        await _world.Cycles.ChangeAsync(id, cycle => cycle with { State = CycleState.Open, Cancelled = null }, Cancelled);
        Assert.Equal([("telephones", KeptFor.Retention, null, 2)], Of(await Desk.FindAsync(Telephone, Cancelled)));
    }

    private static IEnumerable<(string, string?, DateTimeOffset?, int)> Of(IEnumerable<PersonFinding> found) =>
        found.Select(finding => (finding.Kind, finding.KeptFor, finding.DueAt, finding.Count));

    // A cycle that is over, with a judge, a notice and a mail to him, what he registered, what was refused that names him, and scores of another.
    private async Task<CycleId> OverAsync()
    {
        var definition = TestCycle.Definition with
        {
            Judges = [new Judge(JudgeName.Parse("นายสมชาย ใจดี")) { Email = Joann }, new Judge(JudgeName.Parse("นางมาลี อดทน"))],
        };
        await _world.Cycles.CreateAsync(definition, Cancelled);
        var entry = TestCycle.Entry("E0001");
        await _world.UploadAsync(definition.Id, UploadKind.Entries, Encoding.UTF8.GetBytes(
            $"entry_code,project,organisation,addressee,saraban_email,province,phone\nE0001,{entry.Project},{entry.Organisation},{entry.Addressee},{entry.SarabanEmail},{entry.Province},{Telephone}"));
        await _world.UploadAsync(definition.Id, UploadKind.Scores, TestSheets.Scores(["E0001"], "นางมาลี อดทน"));
        await _world.LinkAsync(definition.Id, "นายสมชาย ใจดี");
        var refused = BinaryData.FromString("entry_code,judge,A\nE0001,นายสมชาย ใจดี,9999\n");
        var row = RefusedUpload.Of(definition.Id.Text, $"{new string('a', 64)}.csv") with { Kind = UploadKind.Scores, By = "malee", At = _time.GetUtcNow() };
        await _world.Storage.Uploads.WriteAsync(new NewBlob($"{definition.Id}/{row.Blob}", refused), Cancelled);
        var stamp = new RegistrationStamp { Number = "2921", At = _time.GetUtcNow(), Name = "นายสมชาย ใจดี" };
        var notice = Notice.Of(definition.Id.Text, new NoticeOccasion(NoticeKind.Approval, "1"), Joann, _time.GetUtcNow()) with
        {
            Judge = JudgeName.Parse("นายสมชาย ใจดี"),
            State = NoticeState.Sent,
        };
        await _world.Storage.Rows.CommitAsync(
            definition.Id.Text,
            [
                RowChange.Add(row),
                RowChange.Add(notice),
                RowChange.Add(new LetterDelivery { Key = "d!E0001!001!001", Address = entry.SarabanEmail, Stamp = stamp }),
            ],
            Cancelled);
        Directory.CreateDirectory(_world.Outbox);
        await File.WriteAllTextAsync(
            Path.Combine(_world.Outbox, $"{definition.Id}_NOTICE-1.eml"),
            $"To: {Joann}\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("เรียน นายสมชาย ใจดี"))}?=\r\n\r\nx",
            Cancelled);
        await _world.Cycles.ChangeAsync(
            definition.Id, cycle => cycle with { State = CycleState.Cancelled, Cancelled = new PersonsWord(_time.GetUtcNow(), "malee", "เลิก") }, Cancelled);
        return definition.Id;
    }
}
