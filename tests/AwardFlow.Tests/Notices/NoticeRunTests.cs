using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Notices;

/// <summary>Whoever is waited for hears of it by mail, once.</summary>
public sealed class NoticeRunTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 10, 19, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly FakeTimeProvider _time = new(Now);
    private readonly Mock<IMailTransport> _transport = new();
    private readonly Mock<IMailSession> _session = new();
    private readonly List<LetterMail> _sent = [];
    private readonly List<Contact> _contacts = [];
    private readonly CycleId _id = TestCycle.Definition.Id;
    private readonly LedgerWorld _world;
    private NoticeSettings _settings = new([], [], new Uri("https://award.example.go.th/"));
    private Func<MailReceipt> _answer = () => new MailReceipt("m1", Now);

    public NoticeRunTests()
    {
        _world = new LedgerWorld(_time);
        _transport.Setup(transport => transport.Patience).Returns(TimeSpan.FromMinutes(1));
        _transport.Setup(transport => transport.Open()).Returns(_session.Object);
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns((LetterMail mail, CancellationToken _) =>
        {
            _sent.Add(mail);
            return Task.FromResult(_answer());
        });
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IEnumerable<string> Told => _sent.Select(mail => mail.Message.To.Mailboxes.Single().Address);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Approvers_with_an_address_hear_that_letters_await_them_and_nobody_else_does()
    {
        await AwaitApprovalAsync();
        _contacts.AddRange(
        [
            new Contact("wichai@example.go.th", Operates: false, Approves: true, []), new Contact("malee@example.go.th", Operates: true, Approves: false, []),
        ]);
        await RunAsync();
        Assert.Equal(["wichai@example.go.th"], Told);
        var mail = _sent[0].Message;
        Assert.Equal("รอท่านอนุมัติหนังสือ: รอบทดสอบ", mail.Subject);
        Assert.Contains("จำนวน 3 ฉบับ", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("await your approval", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://award.example.go.th/#cycle/test-2564", mail.TextBody, StringComparison.Ordinal);
        Assert.True(mail.TextBody!.IndexOf("อนุมัติ", StringComparison.Ordinal) < mail.TextBody.IndexOf("approval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_hear_of_it_once_and_again_when_letters_are_made_anew()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        await RunAsync();
        await RunAsync();
        _time.Advance(TimeSpan.FromDays(3));
        await RunAsync();
        Assert.Single(_sent);
        await ChangeAsync(cycle => cycle with { Round = 2 });
        await RunAsync();
        Assert.Equal(2, _sent.Count);
        Assert.NotEqual(_sent[0].Delivery.Id, _sent[1].Delivery.Id);
    }

    [Fact]
    public async Task Of_several_approvers_in_order_each_hears_of_it_in_turn()
    {
        await CreateAsync(TestCycle.Definition with { Approvals = ["หัวหน้าศูนย์", "ผู้อำนวยการ"] });
        _contacts.AddRange([
            new Contact("head@example.go.th", Operates: false, Approves: true, ["หัวหน้าศูนย์"]),
            new Contact("director@example.go.th", Operates: false, Approves: true, ["ผู้อำนวยการ"])]);
        await AwaitApprovalAsync();
        await RunAsync();
        Assert.Equal(["head@example.go.th"], Told);
        await ChangeAsync(cycle => cycle with { Approvals = [new CycleApproval(Now, "person:1", "หัวหน้า", "หัวหน้าศูนย์", "00", SecondPerson: true)] });
        await RunAsync();
        await RunAsync();
        Assert.Equal(["head@example.go.th", "director@example.go.th"], Told);
    }

    [Fact]
    public async Task Operators_hear_who_sent_the_cycle_back_and_why()
    {
        await AwaitApprovalAsync();
        Operator("malee@example.go.th");
        await ChangeAsync(cycle => cycle with { State = CycleState.Open, Round = 2, SentBack = new PersonsWord(Now, "วิชัย", "วันที่ของหนังสือไม่ถูกต้อง") });
        await RunAsync();
        await RunAsync();
        Assert.Equal(["malee@example.go.th"], Told);
        Assert.Contains("วิชัย ส่งรอบ “รอบทดสอบ” กลับให้แก้ไข โดยให้เหตุผลว่า วันที่ของหนังสือไม่ถูกต้อง", _sent[0].Message.TextBody, StringComparison.Ordinal);
        await ChangeAsync(cycle => cycle with { SentBack = new PersonsWord(Now.AddDays(1), "วิชัย", "<b>อีกครั้ง</b>") });
        await RunAsync();
        Assert.Equal(2, _sent.Count);
        Assert.DoesNotContain("<b>", _sent[1].Message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_comes_later_is_told_of_what_still_waits()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        await RunAsync();
        Approver("suda@example.go.th");
        Approver("WICHAI@example.go.th");
        await RunAsync();
        Assert.Equal(["wichai@example.go.th", "suda@example.go.th"], Told);
    }

    [Fact]
    public async Task Killed_at_any_moment_a_notice_is_sent_once_at_most()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        _answer = () => throw new StorageException(StorageFault.Unavailable, "killed after the service took it");
        await RunAsync();
        _answer = () => new MailReceipt("m1", Now);
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Single(_sent);
        Assert.Equal(NoticeState.Claimed, (await NoticesAsync()).Single().State);
    }

    [Fact]
    public async Task Where_nobody_can_say_whether_it_went_it_is_not_sent_again()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        _answer = () => throw new MailOutcomeUnknownException("the connection broke");
        await RunAsync();
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal((1, NoticeState.Unknown), (_sent.Count, (await NoticesAsync()).Single().State));
    }

    [Fact]
    public async Task What_was_certainly_not_taken_is_tried_again_and_only_while_it_still_matters()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        _answer = () => throw new MailPostponedException("the server is away", Now.AddMinutes(1), concernsAll: true);
        await RunAsync();
        await RunAsync();
        Assert.Single(_sent);
        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal(2, _sent.Count);
        await ChangeAsync(cycle => cycle with { State = CycleState.Sending });
        _time.Advance(TimeSpan.FromHours(1));
        _answer = () => new MailReceipt("m1", Now);
        await RunAsync();
        Assert.Equal((2, NoticeState.Overtaken), (_sent.Count, (await NoticesAsync()).Single().State));
    }

    [Fact]
    public async Task A_refused_address_keeps_nobody_from_hearing_of_it()
    {
        await AwaitApprovalAsync();
        Approver("nobody@example.go.th");
        Approver("wichai@example.go.th");
        _answer = () => _sent[^1].Message.To.ToString() == "nobody@example.go.th"
            ? throw new MailRefusedException(DeliveryState.Bounced, "550 no such mailbox")
            : new MailReceipt("m1", Now);
        await RunAsync();
        await RunAsync();
        Assert.Equal(["nobody@example.go.th", "wichai@example.go.th"], Told.Order(StringComparer.Ordinal));
        Assert.Equal([NoticeState.Sent, NoticeState.Refused], (await NoticesAsync()).Select(notice => notice.State).Order());
    }

    [Fact]
    public async Task Operators_hear_that_scores_lack_once_for_a_closing_time()
    {
        await CreateAsync();
        Operator("malee@example.go.th");
        Approver("wichai@example.go.th");
        await ChangeAsync(cycle => cycle with { State = CycleState.NeedsAttention, Entries = 2, Missing = 5 });
        await RunAsync();
        await ChangeAsync(cycle => cycle with { Missing = 4 });
        await RunAsync();
        Assert.Equal(["malee@example.go.th"], Told);
        Assert.Contains("ยังขาดคะแนน 5 รายการ", _sent[0].Message.TextBody, StringComparison.Ordinal);
        await ChangeAsync(cycle => cycle with { ClosesAt = cycle.ClosesAt.AddDays(1) });
        await RunAsync();
        Assert.Equal(2, _sent.Count);
        // Sent back and closed by hand, they lack again, and no other closing time was set.
        await ChangeAsync(cycle => cycle with { Round = 2, ClosesByHand = true, Missing = 3 });
        await RunAsync();
        await RunAsync();
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public async Task What_came_back_is_one_mail_a_batch_and_not_one_a_letter()
    {
        await CreateAsync();
        await _world.EnterAsync(_id, 1, "E1", "E2", "E3");
        await ChangeAsync(cycle => cycle with { State = CycleState.Sent });
        Operator("malee@example.go.th");
        await RunAsync();
        Assert.Empty(_sent);
        await BounceAsync("E1");
        await BounceAsync("E2");
        _time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync();
        Assert.Empty(_sent);
        _time.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        await RunAsync();
        Assert.Contains("รวม 2 ฉบับ", Assert.Single(_sent).Message.TextBody, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        Assert.Single(_sent);
        await BounceAsync("E3");
        _time.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Where_nobody_has_an_address_nothing_is_written_down()
    {
        await AwaitApprovalAsync();
        await RunAsync();
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task Addresses_of_the_settings_are_told_beside_people()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        _settings = _settings with { Approvers = ["Wichai@example.go.th", "director@example.go.th"], Office = null };
        await RunAsync();
        Assert.Equal(["director@example.go.th", "wichai@example.go.th"], Told.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("http", _sent[0].Message.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CycleState.Sent)]
    [InlineData(CycleState.Completed)]
    public async Task Approvers_hear_of_a_correction_that_awaits_them_once_and_again_when_what_they_approved_is_void(CycleState state)
    {
        await CreateAsync(TestCycle.Definition with { Approvals = ["หัวหน้าศูนย์", "ผู้อำนวยการ"] });
        _contacts.AddRange(
        [
            new Contact("head@example.go.th", Operates: false, Approves: true, ["หัวหน้าศูนย์"]),
            new Contact("director@example.go.th", Operates: false, Approves: true, ["ผู้อำนวยการ"]),
        ]);
        await ChangeAsync(cycle => cycle with { State = state, SentAt = Now, Corrections = 1 });
        var waiting = await CorrectAsync(
            null, correction => correction with { State = CorrectionState.AwaitingApproval, ManifestSha256 = new string('a', 64), Entries = 2 });
        await RunAsync();
        await RunAsync();
        Assert.Equal(["head@example.go.th"], Told);
        Assert.Contains("หนังสือแก้ไขครั้งที่ 1", _sent[0].Message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://award.example.go.th/#cycle/test-2564/corrections/1", _sent[0].Message.TextBody, StringComparison.Ordinal);

        var half = await CorrectAsync(waiting, correction => correction with
        {
            Approvals = [new CycleApproval(Now, "person:1", "head", "หัวหน้าศูนย์", new string('a', 64), SecondPerson: true)],
        });
        await RunAsync();
        Assert.Equal(["head@example.go.th", "director@example.go.th"], Told);
        // Taken back it is not told of again; another manifest is.
        var back = await CorrectAsync(half, correction => correction with { Approvals = [] });
        await RunAsync();
        Assert.Equal(2, _sent.Count);
        await CorrectAsync(back, correction => correction with { ManifestSha256 = new string('b', 64) });
        await RunAsync();
        Assert.Equal(["head@example.go.th", "director@example.go.th", "head@example.go.th"], Told);
    }

    [Fact]
    public async Task Operators_hear_that_a_correction_was_sent_back_once()
    {
        await CreateAsync();
        Operator("malee@example.go.th");
        await ChangeAsync(cycle => cycle with { State = CycleState.Sent, SentAt = Now, Corrections = 1 });
        await CorrectAsync(
            null, correction => correction with { State = CorrectionState.SentBack, SentBack = new PersonsWord(_time.GetUtcNow(), "wichai", "เลขที่ผิด") });
        await RunAsync();
        await RunAsync();
        Assert.Equal(["malee@example.go.th"], Told);
    }

    [Fact]
    public async Task Two_servers_side_by_side_tell_once()
    {
        await AwaitApprovalAsync();
        Approver("wichai@example.go.th");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RunAsync, Cancelled)));
        Assert.Single(_sent);
    }

    private async Task RunAsync()
    {
        var people = new Mock<IKnownPeople>();
        people.Setup(known => known.Contacts).Returns([.. _contacts]);
        var desk = new NoticeDesk(_world.Storage, _world.Cycles, _world.Corrections, _world.Ledger, _settings, people.Object, _time);
        var sender = new NoticeSender(_world.Storage, _transport.Object, new MailSettings(), _settings, _time, NullLogger<NoticeSender>.Instance);
        await new NoticeRun(_world.Cycles, desk, sender, Judges(), NullLogger<NoticeRun>.Instance).RunAsync(Cancelled);
    }

    private JudgeMails Judges()
    {
        var (links, contexts) = (
            new JudgeLinks(new JudgingSettings(new Uri("https://award.example.go.th/"), new byte[32])),
            new JudgingContexts(_world.Cycles, new AcceptedRows(_world.Storage)));
        return new JudgeMails(
            _world.Storage, new JudgeDesk(_world.Storage, _world.Cycles, contexts, links, Mock.Of<IScoresSoFar>(), _time),
            links, new JudgeBoards(_world.Storage, _world.Cycles, contexts, Mock.Of<IScoresSoFar>(), _time),
            new TrailWriter(_world.Storage.Rows), _time);
    }

    private void Approver(string email) => _contacts.Add(new Contact(email, Operates: false, Approves: true, []));

    private void Operator(string email) => _contacts.Add(new Contact(email, Operates: true, Approves: false, []));

    private async Task AwaitApprovalAsync()
    {
        if (await _world.Cycles.FindAsync(_id, Cancelled) is null)
        {
            await CreateAsync();
        }
        await ChangeAsync(cycle => cycle with { State = CycleState.AwaitingApproval, ClosedAt = _time.GetUtcNow(), Letters = 3 });
    }

    private async Task<Correction> CorrectAsync(Correction? before, Func<Correction, Correction> change)
    {
        var after = change(before ?? new Correction { Partition = _id.Text, Key = Correction.KeyOf(1) });
        await _world.Storage.Rows.CommitAsync(_id.Text, before is null ? RowChange.Add(after) : RowChange.Replace(after), Cancelled);
        return await _world.Corrections.GetAsync(_id, 1, Cancelled);
    }

    private Task CreateAsync(CycleDefinition? definition = null) => _world.Cycles.CreateAsync(definition ?? TestCycle.Definition, Cancelled);

    private Task ChangeAsync(Func<Cycle, Cycle> change) => _world.Cycles.ChangeAsync(_id, change, Cancelled);

    private async Task BounceAsync(string code)
    {
        var row = (await _world.Ledger.FindAsync(_id, EntryCode.Parse(code), Cancelled))!;
        Assert.NotNull(await _world.Ledger.TryMoveAsync(
            row,
            row with { State = DeliveryState.Bounced, StateAt = _time.GetUtcNow(), Why = DeliveryCause.Refused("550") },
            DeliveryCause.Refused("550"),
            by: null,
            Cancelled));
    }

    private async Task<List<Notice>> NoticesAsync() =>
        await _world.Storage.Rows.ListAsync<Notice>(_id.Text, RowRange.Prefix("notice!"), Cancelled).ToListAsync(Cancelled);
}
