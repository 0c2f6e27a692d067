using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Delivery;

/// <summary>A page of real letters, from rendering to its mails, with something wrong with one of them.</summary>
public sealed class LetterSenderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly CycleId Id = TestCycle.Definition.Id;

    private readonly FakeTimeProvider _time = new(Now);
    private readonly LedgerWorld _world;
    private readonly Mock<IMailTransport> _transport = new();
    private readonly Mock<IMailSession> _session = new();
    private readonly Mock<ICycleEngine> _engine = new();
    private readonly List<string> _sent = [];

    public LetterSenderTests()
    {
        _world = new LedgerWorld(_time);
        _transport.Setup(transport => transport.Patience).Returns(TimeSpan.FromSeconds(60));
        _transport.Setup(transport => transport.Open()).Returns(_session.Object);
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns((LetterMail mail, CancellationToken _) =>
        {
            _sent.Add(mail.Delivery.EntryCode.Text);
            return Task.FromResult(new MailReceipt($"m{_sent.Count}", _time.GetUtcNow()));
        });
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private LetterRendering Rendering => new(_world.Cycles, _world.Results, _world.Documents, _world.Ledger, _time);

    private LetterSender Sender
    {
        get
        {
            var settings = new MailSettings();
            var handOver = new HandOver(_world.Ledger, _world.Documents, new OpenGate(), new TestLinks(), _transport.Object, settings, _time);
            return new LetterSender(
                _world.Cycles,
                _world.Results,
                Rendering,
                _world.Ledger,
                _world.Journals,
                new MailRun(handOver, _transport.Object, new SendingPace(_world.Storage, settings, _time), _time),
                _time);
        }
    }

    private DeliveryCommands Commands => new(_world.Cycles, _world.Ledger, _engine.Object, _time);

    private AddressCommands Addresses => new(
        _world.Cycles, _world.Ledger, _world.Corrections, new ManifestStore(_world.Storage),
        new ChangedBy(_world.Storage, _world.Cycles, new AcceptedRows(_world.Storage)), _engine.Object, _time);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_page_goes_out_once_and_is_counted()
    {
        await RenderAsync();
        Assert.Equal(new PageSent(3), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal(new PageSent(3), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal(["E1", "E2", "E3"], _sent);
        var totals = await _world.Ledger.TotalsAsync(Id, Cancelled);
        Assert.Equal(
            (1, 1, 4, 3, 4, 3, 0, 0),
            (totals.Pages, totals.PagesMailed, totals.Entries, totals.Letters, totals.Settled, totals.Mailed, totals.Held, totals.Received));
        Assert.True(await Sender.FinishAsync(Id, Cancelled));
        Assert.Equal(
            (CycleState.Sent, _time.GetUtcNow()), ((await _world.Cycles.GetAsync(Id, Cancelled)).State, (await _world.Cycles.GetAsync(Id, Cancelled)).SentAt));
    }

    [Fact]
    public async Task Rendering_again_changes_nothing()
    {
        await RenderAsync();
        var (row, tally) = (await RowAsync("E1"), await _world.Ledger.TallyAsync(Id, 1, Cancelled));
        Assert.Equal(3, await Rendering.RenderPageAsync(Id, 1, Cancelled));
        Assert.Equal((row.Version, tally), ((await RowAsync("E1")).Version, await _world.Ledger.TallyAsync(Id, 1, Cancelled)));
        Assert.Single(await _world.Ledger.JournalAsync(Id, EntryCode.Parse("E1"), Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_that_is_gone_or_damaged_is_rendered_again_as_it_was(bool gone)
    {
        await RenderAsync();
        var before = await _world.Letters.FindAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, Cancelled);
        await (gone
            ? _world.Storage.Letters.DeleteAsync($"{Id}/E2/letter.pdf", Cancelled)
            : _world.Letters.WriteAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, before!.ToArray()[..500], Cancelled));
        Assert.Equal(new PageSent(3), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal(before!.ToArray(), (await _world.Letters.FindAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, Cancelled))!.ToArray());
    }

    [Fact]
    public async Task A_document_that_does_not_come_out_the_same_holds_its_own_letter_and_the_others_go()
    {
        await RenderAsync();
        var row = await RowAsync("E2");
        var hashes = new Dictionary<string, string>(row.Documents, StringComparer.Ordinal) { ["letter.pdf"] = new string('0', 64) };
        await _world.Ledger.TryMoveAsync(row, row with { Documents = hashes }, DeliveryCause.Rendered, by: null, Cancelled);
        Assert.Equal(new PageSent(2), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal(["E1", "E3"], _sent);
        Assert.Equal((DeliveryState.Held, DeliveryCause.DocumentAltered("letter.pdf")), ((await RowAsync("E2")).State, (await RowAsync("E2")).Why));
        Assert.Equal(1, (await _world.Ledger.TotalsAsync(Id, Cancelled)).Held);
        Assert.True(await Sender.FinishAsync(Id, Cancelled));
    }

    [Fact]
    public async Task A_document_that_the_disk_does_not_read_is_rendered_again_as_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link to itself is what no Unix opens, also for root.");
        await RenderAsync();
        var before = await _world.Letters.FindAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, Cancelled);
        var path = _world.FileOf($"letters/{Id}/E2/letter.pdf");
        File.Delete(path);
        File.CreateSymbolicLink(path, path);
        await Assert.ThrowsAsync<StorageException>(() => _world.Letters.FindAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, Cancelled));
        Assert.Equal(new PageSent(3), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal(before!.ToArray(), (await _world.Letters.FindAsync(Id, EntryCode.Parse("E2"), LetterDocument.Letter, Cancelled))!.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no picture")]
    public async Task A_document_that_cannot_be_rendered_again_for_want_of_its_emblem_holds_its_own_letter_and_the_others_go(string? emblem)
    {
        await RenderAsync();
        if (emblem is not null)
        {
            await _world.Storage.Uploads.WriteAsync(new NewBlob($"{Id}/emblem.png", BinaryData.FromString(emblem)), Cancelled);
        }
        await _world.Cycles.ChangeAsync(Id, cycle => cycle with { EmblemBlob = "emblem.png" }, Cancelled);
        await _world.Storage.Letters.DeleteAsync($"{Id}/E2/letter.pdf", Cancelled);
        Assert.Equal(new PageSent(2), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal((DeliveryState.Held, DeliveryCause.DocumentMissing("letter.pdf")), ((await RowAsync("E2")).State, (await RowAsync("E2")).Why));
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_to_an_address_that_was_corrected_since_stays_that_addresss()
    {
        await RenderAsync();
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new MailOutcomeUnknownException("no answer"));
        await Sender.SendOneAsync(Id, EntryCode.Parse("E1"), Cancelled);
        var before = await RowAsync("E1");
        await Addresses.CorrectAsync(Id, EntryCode.Parse("E1"), "saraban@right.example", Actor.Named("มาลี"), Cancelled);
        await _world.Ledger.ApplyAsync(
            new ProviderEvent("e1", Id, EntryCode.Parse("E1"), before.Id, DeliveryState.Delivered, Now, DeliveryCause.SendGrid("delivered"), "m1"), Cancelled);
        var row = await RowAsync("E1");
        Assert.Equal((DeliveryState.Delivered, before.Address, "saraban@right.example"), (row.State, row.MailedTo, row.Address));
    }

    [Theory]
    [InlineData(MailAnswerKind.CannotSay, 2, true)]
    [InlineData(MailAnswerKind.NotSeenYet, 2, true)]
    [InlineData(MailAnswerKind.NeverTaken, 1, false)]
    public async Task What_goes_to_the_corrected_address_is_another_sending_unless_the_first_never_went(MailAnswerKind answer, int sending, bool mayBeTwice)
    {
        await RenderAsync();
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(new MailAnswer(answer));
        var went = new List<(string Id, string Address)>();
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns((LetterMail mail, CancellationToken _) =>
        {
            went.Add((mail.Delivery.Id, mail.Delivery.Address));
            return went.Count == 1 ? throw new MailOutcomeUnknownException("no answer") : Task.FromResult(new MailReceipt("m2", _time.GetUtcNow()));
        });
        await Sender.SendOneAsync(Id, EntryCode.Parse("E1"), Cancelled);
        await Addresses.CorrectAsync(Id, EntryCode.Parse("E1"), "saraban@right.example", Actor.Named("มาลี"), Cancelled);
        _time.Advance(TimeSpan.FromMinutes(5));
        await Sender.SendOneAsync(Id, EntryCode.Parse("E1"), Cancelled);
        var row = await RowAsync("E1");
        Assert.Equal((DeliveryState.Accepted, sending, null, mayBeTwice), (row.State, row.Sending, row.MailedTo, row.PossibleDuplicate));
        Assert.Equal("saraban@right.example", went[^1].Address);
        Assert.Equal(sending, went.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(1, (await _world.Ledger.TotalsAsync(Id, Cancelled)).Mailed);
    }

    [Fact]
    public async Task A_recipient_whose_server_is_busy_waits_alone()
    {
        await RenderAsync();
        _session.Setup(session => session.SendAsync(It.Is<LetterMail>(mail => mail.Delivery.EntryCode == EntryCode.Parse("E2")), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new MailPostponedException("421 too busy", Now.AddMinutes(5), concernsAll: false));
        Assert.Equal(new PageSent(2, Now.AddMinutes(5)), await Sender.SendPageAsync(Id, 1, Cancelled));
        Assert.Equal((DeliveryState.Pending, DeliveryCause.AskedToWait("421 too busy")), ((await RowAsync("E2")).State, (await RowAsync("E2")).Why));
        Assert.Equal(["E1", "E3"], _sent);
    }

    [Fact]
    public async Task A_letter_sent_again_is_mailed_alone_and_the_cycles_dates_stand()
    {
        await RenderAsync();
        await Sender.SendPageAsync(Id, 1, Cancelled);
        await Sender.FinishAsync(Id, Cancelled);
        var sentAt = (await _world.Cycles.GetAsync(Id, Cancelled)).SentAt;
        _time.Advance(TimeSpan.FromDays(2));
        await Commands.ResendAsync(Id, EntryCode.Parse("E2"), "lost", Actor.Named("มาลี"), Cancelled);
        _engine.Verify(engine => engine.SendLetterAsync(Id, EntryCode.Parse("E2"), It.IsAny<CancellationToken>()), Times.Once);
        // The others are reminded in their time, whatever becomes of this one.
        Assert.Equal(new FollowUp(FollowUpKind.Send, sentAt!.Value.AddDays(3)), await FollowUp().LookAsync(Id, Cancelled));
        Assert.Equal(new PageSent(1), await Sender.SendOneAsync(Id, EntryCode.Parse("E2"), Cancelled));
        Assert.Equal(new PageSent(0), await Sender.SendOneAsync(Id, EntryCode.Parse("E2"), Cancelled));
        Assert.Equal(["E1", "E2", "E3", "E2"], _sent);
        Assert.Equal((CycleState.Sent, sentAt), ((await _world.Cycles.GetAsync(Id, Cancelled)).State, (await _world.Cycles.GetAsync(Id, Cancelled)).SentAt));
        // The letter that went again is due three days after that; the others as if nothing had been.
        Assert.Equal(new FollowUp(FollowUpKind.Wait, sentAt.Value.AddDays(3)), await FollowUp().LookAsync(Id, Cancelled));
    }

    [Fact]
    public async Task A_mail_of_unknown_outcome_may_be_settled_corrected_or_sent_again_while_nobody_is_at_it()
    {
        await RenderAsync();
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new MailOutcomeUnknownException("no answer"));
        await Sender.SendPageAsync(Id, 1, Cancelled);
        Assert.Equal(DeliveryState.Claimed, (await RowAsync("E1")).State);
        Assert.Equal(
            DeliveryState.Accepted, (await Commands.SettleAsync(Id, EntryCode.Parse("E1"), 0, "the desk has it", Actor.Named("มาลี"), Cancelled)).State);
        Assert.Equal(
            "saraban@right.example",
            (await Addresses.CorrectAsync(Id, EntryCode.Parse("E2"), "saraban@right.example", Actor.Named("มาลี"), Cancelled)).Address);
        var again = await Commands.ResendAsync(Id, EntryCode.Parse("E3"), "the desk does not have it", Actor.Named("มาลี"), Cancelled);
        Assert.Equal((DeliveryState.Pending, 2, true), (again.State, again.Sending, again.PossibleDuplicate));
    }

    [Fact]
    public async Task A_mail_that_a_worker_is_handing_over_is_left_to_it_until_its_lease_has_run_out()
    {
        await RenderAsync();
        var row = await RowAsync("E1");
        await _world.Ledger.TryMoveAsync(
            row,
            row with
            {
                State = DeliveryState.Claimed,
                Attempts = 1,
                ClaimedBy = "a worker",
                ClaimedAt = Now,
                LastClaimedAt = Now,
                ClaimedUntil = Now.AddMinutes(1),
            },
            DeliveryCause.Claimed,
            by: null,
            Cancelled);
        await Assert.ThrowsAsync<CycleConflictException>(
            () => Commands.SettleAsync(Id, EntryCode.Parse("E1"), 0, "the desk has it", Actor.Named("มาลี"), Cancelled));
        await Assert.ThrowsAsync<CycleConflictException>(() => Commands.ResendAsync(Id, EntryCode.Parse("E1"), "lost", Actor.Named("มาลี"), Cancelled));
        await Assert.ThrowsAsync<CycleConflictException>(
            () => Addresses.CorrectAsync(Id, EntryCode.Parse("E1"), "saraban@right.example", Actor.Named("มาลี"), Cancelled));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            DeliveryState.Accepted, (await Commands.SettleAsync(Id, EntryCode.Parse("E1"), 0, "the desk has it", Actor.Named("มาลี"), Cancelled)).State);
    }

    [Fact]
    public async Task A_mail_that_came_back_to_a_mailbox_is_recorded_by_hand()
    {
        await RenderAsync();
        await Assert.ThrowsAsync<CycleConflictException>(
            () => Commands.RecordBounceAsync(Id, EntryCode.Parse("E1"), 0, "550 no such mailbox", Actor.Named("มาลี"), Cancelled));
        await Sender.SendPageAsync(Id, 1, Cancelled);
        var bounced = await Commands.RecordBounceAsync(Id, EntryCode.Parse("E1"), 0, "550 no such mailbox", Actor.Named("มาลี"), Cancelled);
        Assert.Equal((DeliveryState.Bounced, DeliveryCause.CameBack("550 no such mailbox")), (bounced.State, bounced.Why));
        Assert.Equal(
            ("cameBack", "มาลี"),
            (
                (await _world.Ledger.JournalAsync(Id, EntryCode.Parse("E1"), Cancelled))[^1].Cause.Code,
                (await _world.Ledger.JournalAsync(Id, EntryCode.Parse("E1"), Cancelled))[^1].By));
        Assert.True(ReminderDues.IsForTelephone(bounced, new ReceiptRules(), Now));
        Assert.Null(ReminderDues.Next(bounced, new ReceiptRules()));
    }

    [Fact]
    public async Task A_letter_without_an_average_is_never_sent()
    {
        await RenderAsync();
        Assert.Equal((DeliveryState.Held, false), ((await RowAsync("E4")).State, (await RowAsync("E4")).HasLetter));
        await Assert.ThrowsAsync<CycleConflictException>(() => Commands.ResendAsync(Id, EntryCode.Parse("E4"), "please", Actor.Named("มาลี"), Cancelled));
        await Assert.ThrowsAsync<CycleConflictException>(() => Commands.SettleAsync(Id, EntryCode.Parse("E4"), 0, "please", Actor.Named("มาลี"), Cancelled));
    }

    [Fact]
    public async Task A_mailed_pages_journals_are_in_the_trail_once_and_later_lines_when_the_cycle_is_completed()
    {
        await RenderAsync();
        await Sender.SendPageAsync(Id, 1, Cancelled);
        await Sender.SendPageAsync(Id, 1, Cancelled);
        await Sender.FinishAsync(Id, Cancelled);
        Assert.Equal([TrailKind.PageMailed, TrailKind.Sent], (await TrailAsync()).Select(line => line.Line.Kind));
        Assert.Equal(10, (await TrailAsync())[0].Values!.Rows!.Count); // Three letters of three lines each, and one without a letter.

        await Commands.RecordBounceAsync(Id, EntryCode.Parse("E1"), 0, "550 no such mailbox", Actor.Named("มาลี"), Cancelled);
        _time.Advance(TimeSpan.FromDays(400));
        await _world.Clock.ConfirmAsync(_time.GetUtcNow(), Actor.Named("มาลี"), Cancelled);
        Assert.Equal(FollowUpKind.Done, (await FollowUp().LookAsync(Id, Cancelled)).Next);

        Assert.Equal([TrailKind.PageMailed, TrailKind.Sent, TrailKind.CameBack, TrailKind.Completed], (await TrailAsync()).Select(line => line.Line.Kind));
        Assert.True((await Trails.CheckAsync(Id, Cancelled)).IsWhole);
    }

    [Fact]
    public async Task A_worker_cut_off_between_the_last_mail_and_the_trail_leaves_the_page_to_the_next_one()
    {
        await RenderAsync();
        using var cut = new CancellationTokenSource();
        var mails = 0;
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            if (++mails == 3)
            {
                cut.Cancel();
            }
            return Task.FromResult(new MailReceipt($"m{mails}", _time.GetUtcNow()));
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender.SendPageAsync(Id, 1, cut.Token));
        Assert.Empty(await TrailAsync());
        Assert.Equal(1, (await _world.Ledger.TotalsAsync(Id, Cancelled)).PagesMailed);

        Assert.True(await Sender.FinishAsync(Id, Cancelled));

        Assert.Equal([TrailKind.PageMailed, TrailKind.Sent], (await TrailAsync()).Select(line => line.Line.Kind));
    }

    [Fact]
    public async Task A_line_of_a_journal_that_somebody_altered_is_found()
    {
        await RenderAsync();
        await Sender.SendPageAsync(Id, 1, Cancelled);
        var row = (await _world.Storage.Rows.PageAsync(Id.Text, RowRange.Prefix("j!E2!"), 10, Cancelled))[^1];
        await _world.Storage.Rows.CommitAsync(Id.Text, RowChange.Put(row.Key, row.Json.Replace("taken", "found", StringComparison.Ordinal)), Cancelled);
        Assert.Equal([new TrailFault(3, TrailFaultKind.RowAltered, row.Key)], (await Trails.CheckAsync(Id, Cancelled)).Faults);
    }

    private CycleTrails Trails => new(_world.Storage, _world.Cycles, _time);

    // Without its first lines, of the cycle's beginning and of the release.
    private Task<IReadOnlyList<(TrailLine Line, TrailValues? Values)>> TrailAsync() =>
        new TrailReader(_world.Storage.Rows).PageAsync(Id.Text, after: 2, 100, Cancelled);

    [Fact]
    public async Task While_a_letter_waits_for_the_post_the_time_for_receipts_does_not_complete_the_cycle()
    {
        await RenderAsync();
        await Sender.SendPageAsync(Id, 1, Cancelled);
        await Sender.FinishAsync(Id, Cancelled);
        await Commands.PostAsync(Id, EntryCode.Parse("E2"), "no mailbox", Actor.Named("มาลี"), Cancelled);
        await _world.Cycles.ChangeAsync(Id, cycle => cycle with { SentAt = Now.AddDays(-31) }, Cancelled);
        Assert.Equal(new FollowUp(FollowUpKind.Wait, Now.AddDays(1)), await FollowUp().LookAsync(Id, Cancelled));

        var row = await RowAsync("E2");
        Assert.NotNull(await _world.Ledger.TryMoveAsync(
            row, row with { State = DeliveryState.Posted, Posting = new Posting(Now, null, "มาลี") }, DeliveryCause.ByPost("x"), by: null, Cancelled));
        Assert.Equal(FollowUpKind.Done, (await FollowUp().LookAsync(Id, Cancelled)).Next);
    }

    private ReceiptFollowUp FollowUp() => new(_world.Cycles, _world.Ledger, _world.Journals, _world.Clock, _time);

    private async Task<LetterDelivery> RowAsync(string code) => (await _world.Ledger.FindAsync(Id, EntryCode.Parse(code), Cancelled))!;

    private async Task RenderAsync()
    {
        var cycle = await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        string[] codes = ["E1", "E2", "E3", "E4"];
        var scores = codes.Where(code => code != "E4").SelectMany(code => TestCycle.Scores(code, "ก", 40, 20, 10));
        var results = new ScoreBook(TestCycle.Definition, [.. codes.Select(TestCycle.Entry)], [.. scores]).Results(provisional: false);
        var (sha256, pages, _) = await _world.Results.WriteAsync(results, Cancelled);
        Assert.NotNull(await _world.Cycles.TryCommitAsync(
            cycle with { State = CycleState.Sending, ResultsSha256 = sha256, Letters = 3, Pages = pages },
            [],
            new TrailEntry(TrailKind.Released, By: null, Now),
            Cancelled));
        Assert.Equal(3, await Rendering.RenderPageAsync(Id, 1, Cancelled));
    }
}
