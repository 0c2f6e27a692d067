using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Delivery;

/// <summary>One mail an entry, whatever the mail service does and whenever a worker dies.</summary>
public sealed partial class HandOverTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly FakeTimeProvider _time = new(Now);
    private readonly Mock<IMailTransport> _transport = new();
    private readonly Mock<IMailSession> _session = new();
    private readonly List<string> _sent = [];
    private readonly CycleId _cycle = CycleId.Parse("test-2564");
    private readonly LedgerWorld _world;

    private OpenGate _gate = new();

    public HandOverTests() => _world = new LedgerWorld(_time);

    private DeliveryLedger Ledger => _world.Ledger;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_mail_that_the_service_took_is_accepted_and_not_sent_again()
    {
        await EnterAsync();
        Sends(Takes);
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Single(_sent);
    }

    [Theory]
    [InlineData(1, 0)] // Before its documents are fetched.
    [InlineData(2, 0)] // Before it is claimed.
    [InlineData(3, 1)] // It is being handed over, and nobody asks any more.
    public async Task A_mail_goes_after_a_pause_only_where_a_worker_had_claimed_it_before(int question, int attempts)
    {
        await EnterAsync();
        Sends(Takes);
        _gate = new OpenGate(stopsAt: question);
        Assert.Equal((attempts == 0 ? DeliveryState.Pending : DeliveryState.Accepted, attempts, null), await TryAsync());
        Assert.Equal(attempts, _sent.Count);
        _gate = new OpenGate();
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Single(_sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_mail_of_an_unknown_outcome_that_is_to_go_again_does_not_while_the_cycle_is_paused(int question)
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"), Takes);
        Answers(MailAnswer.NeverTaken);
        await TryAsync();
        _time.Advance(TimeSpan.FromMinutes(6));
        _gate = new OpenGate(stopsAt: question);
        await TryAsync();
        Assert.Single(_sent);
        _gate = new OpenGate();
        Assert.Equal(DeliveryState.Accepted, (await TryAsync()).State);
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_final_with_the_services_words()
    {
        await EnterAsync();
        Sends(() => throw new MailRefusedException(DeliveryState.Bounced, "550 no such mailbox"));
        Assert.Equal((DeliveryState.Bounced, 1, null), await TryAsync());
        Assert.Equal("550 no such mailbox", CauseWords.InRow((await RowAsync()).Why));
    }

    [Fact]
    public async Task A_service_that_is_away_leaves_the_mail_waiting_as_it_was()
    {
        await EnterAsync();
        Sends(() => throw new MailPostponedException("away", Now.AddSeconds(30), concernsAll: true), Takes);
        Assert.Equal((DeliveryState.Pending, 0, Now.AddSeconds(30)), await TryAsync());
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Single(_sent.Distinct());
    }

    [Fact]
    public async Task A_long_outage_of_the_service_uses_up_no_attempt_at_the_recipients_server()
    {
        await EnterAsync();
        Sends(
        [
            .. Enumerable.Repeat<Func<MailReceipt>>(() => throw new MailPostponedException("away", Now, concernsAll: true), 60),
            () => throw new MailPostponedException("451 greylisted", Now.AddMinutes(5), concernsAll: false),
        ]);
        for (var i = 0; i < 60; i++)
        {
            await TryAsync();
        }
        Assert.Equal((DeliveryState.Pending, 1, Now.AddMinutes(5)), await TryAsync());
    }

    [Fact]
    public async Task A_recipients_server_that_asks_to_wait_is_tried_again_with_growing_pauses_and_given_up_in_the_end()
    {
        await EnterAsync();
        Sends(() => throw new MailPostponedException("450 greylisted", _time.GetUtcNow().AddMinutes(5), concernsAll: false));
        var waits = new List<TimeSpan>();
        while (await TryAsync() is var (state, _, lookAgainAt) && state == DeliveryState.Pending)
        {
            waits.Add(lookAgainAt!.Value - _time.GetUtcNow());
            Assert.Equal(lookAgainAt, (await TryAsync()).LookAgainAt); // Too early: nothing happens.
            _time.SetUtcNow(lookAgainAt.Value);
        }
        Assert.Equal([5, 10, 20, 40, 60, 60, 60, 60, 60, 60, 60], waits.Select(wait => wait.TotalMinutes));
        Assert.Equal(
            (DeliveryState.Bounced, "Given up after 12 attempts. 450 greylisted"), ((await RowAsync()).State, CauseWords.InRow((await RowAsync()).Why)));
        Assert.Single(_sent.Distinct());
    }

    [Fact]
    public async Task Settings_that_the_service_refuses_stop_the_sending_and_leave_the_mail_waiting()
    {
        await EnterAsync();
        Sends(() => throw new MailSettingsException("401"));
        await Assert.ThrowsAsync<MailSettingsException>(TryAsync);
        Assert.Equal(DeliveryState.Pending, (await RowAsync()).State);
    }

    [Fact]
    public async Task Whatever_a_library_throws_the_outcome_is_unknown_and_nothing_else_stops()
    {
        await EnterAsync();
        Sends(() => throw new InvalidOperationException("a fault of the library's own"));
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddMinutes(5)), await TryAsync());
        Assert.Equal("a fault of the library's own", (await Ledger.JournalAsync(_cycle, EntryCode.Parse("E1"), Cancelled))[^1].Cause.Words);
    }

    [Fact]
    public async Task A_letter_whose_document_is_gone_is_held_with_its_cause_and_nothing_is_sent()
    {
        await EnterAsync();
        await _world.Storage.Letters.DeleteAsync("test-2564/E1/certificate.pdf", Cancelled);
        Assert.Equal((DeliveryState.Held, 0, null), await TryAsync());
        Assert.Equal(("documentMissing", "certificate.pdf"), ((await RowAsync()).Why!.Code, (await RowAsync()).Why!.Argument("document")));
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_letter_to_an_address_that_is_none_is_held_with_its_cause()
    {
        await EnterAsync();
        var row = await RowAsync();
        await Ledger.TryMoveAsync(row, row with { Address = "no address <" }, DeliveryCause.AddressCorrected(row.Address), "an earlier version", Cancelled);
        Assert.Equal((DeliveryState.Held, 0, null), await TryAsync());
        Assert.Equal("notWritten", (await RowAsync()).Why!.Code);
    }

    [Fact]
    public async Task Where_storage_does_not_take_the_claim_nothing_is_sent()
    {
        await EnterAsync();
        Sends(Takes);
        var full = new Mock<IRowStore>();
        full.Setup(rows => rows.CommitAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<RowChange>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StorageException(StorageFault.Full, "The disk is full."));
        var ledger = new DeliveryLedger(
            Mock.Of<IStorage>(storage => storage.Rows == full.Object), _time, Microsoft.Extensions.Logging.Abstractions.NullLogger<DeliveryLedger>.Instance);
        var handOver = new HandOver(ledger, _world.Documents, new OpenGate(), new TestLinks(), _transport.Object, new MailSettings(), _time);
        await Assert.ThrowsAsync<StorageException>(
            async () => await handOver.TryAsync(_session.Object, TestCycle.Definition, TestCycle.Entry("E1"), await RowAsync(), Cancelled));
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_service_that_answers_too_late_leaves_the_outcome_unknown()
    {
        await EnterAsync();
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .Returns(async (LetterMail _, CancellationToken patience) =>
            {
                var gone = new TaskCompletionSource<MailReceipt>();
                await using var registration = patience.Register(() => gone.SetCanceled(patience));
                _time.Advance(TimeSpan.FromSeconds(60));
                return await gone.Task;
            });
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddMinutes(5)), await TryAsync());
    }

    [Fact]
    public async Task What_another_worker_claimed_is_left_to_it_while_it_may_be_at_it()
    {
        await EnterAsync();
        var row = await RowAsync();
        await Ledger.TryMoveAsync(
            row,
            row with
            {
                State = DeliveryState.Claimed,
                ClaimedBy = "another",
                ClaimedAt = Now,
                LastClaimedAt = Now,
                ClaimedUntil = Now.AddSeconds(62),
                Attempts = 1,
            },
            DeliveryCause.Claimed,
            null,
            Cancelled);
        Answers(MailAnswer.NeverTaken);
        Sends(Takes);
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddSeconds(62)), await TryAsync());
        Assert.Empty(_sent);
        _time.Advance(TimeSpan.FromSeconds(62));
        Assert.Equal((DeliveryState.Accepted, 2, null), await TryAsync());
    }

    [Fact]
    public async Task A_claim_without_a_time_as_an_earlier_version_left_it_is_nobodys()
    {
        await EnterAsync();
        var row = await RowAsync();
        await Ledger.TryMoveAsync(row, row with { State = DeliveryState.Claimed, ClaimedBy = "another", Attempts = 1 }, DeliveryCause.Claimed, null, Cancelled);
        Answers(MailAnswer.CannotSay);
        Sends(Takes);
        Assert.Equal((DeliveryState.Accepted, 2, null), await TryAsync());
    }

    [Fact]
    public async Task Of_two_workers_one_claims_the_row()
    {
        await EnterAsync();
        Sends(Takes);
        var row = await RowAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(row))));
        Assert.All(results, result => Assert.Contains(result.State, new List<DeliveryState> { DeliveryState.Accepted, DeliveryState.Claimed }));
        Assert.Contains(results, result => result.State == DeliveryState.Accepted);
        Assert.Equal((DeliveryState.Accepted, 1), ((await RowAsync()).State, (await RowAsync()).Attempts));
        Assert.Single(_sent);
    }

    [Fact]
    public async Task What_the_service_answered_is_kept_although_somebody_wrote_to_the_row_meanwhile()
    {
        await EnterAsync();
        Sends(() =>
        {
            var claimed = RowAsync().GetAwaiter().GetResult();
            Assert.NotNull(Ledger.TryMoveAsync(claimed, claimed with { Address = "saraban@right.example" }, DeliveryCause.Rendered, "somebody", Cancelled)
                .GetAwaiter()
                .GetResult());
            return Takes();
        });
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Single(_sent);
    }

    [Fact]
    public async Task An_event_of_another_sending_leaves_the_row_as_it_is_and_stands_in_the_journal()
    {
        await EnterAsync();
        var row = await RowAsync();
        await Ledger.ApplyAsync(
            new ProviderEvent(
                "e9", _cycle, EntryCode.Parse("E1"), "another-sending", DeliveryState.Bounced, Now, DeliveryCause.SendGrid("bounce", words: "550"), "m0"),
            Cancelled);
        Assert.Equal(row.Version, (await RowAsync()).Version);
        Assert.Equal("SendGrid: bounce (of another sending)", Told((await Ledger.JournalAsync(_cycle, EntryCode.Parse("E1"), Cancelled))[^1]));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_finishes_the_mail_that_is_going_out()
    {
        await EnterAsync();
        using var stopping = new CancellationTokenSource();
        Sends(() =>
        {
            stopping.Cancel();
            return Takes();
        });
        await TryAsync(await RowAsync(), cancellationToken: stopping.Token);
        Assert.Equal(DeliveryState.Accepted, (await RowAsync()).State);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await TryAsync(await NewSendingAsync(), cancellationToken: stopping.Token));
        Assert.Equal(DeliveryState.Pending, (await RowAsync()).State);
        Assert.Single(_sent);
    }

    [Fact]
    public async Task An_event_that_arrived_meanwhile_settles_a_claimed_row()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"));
        await TryAsync();
        var row = await RowAsync();
        await Ledger.ApplyAsync(
            new ProviderEvent(
                "e1", _cycle, EntryCode.Parse("E1"), row.Id, DeliveryState.Delivered, Now.AddSeconds(3), DeliveryCause.SendGrid("delivered"), "m1"),
            Cancelled);
        Assert.Equal((DeliveryState.Delivered, 1, null), await TryAsync());
        Assert.Single(_sent);
        _transport.Verify(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task The_journal_keeps_every_transition_with_its_time_and_cause()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"), Takes);
        await TryAsync();
        Answers(MailAnswer.CannotSay);
        _time.SetUtcNow(Now.AddMinutes(5));
        await TryAsync();
        var id = (await RowAsync()).Id;
        var bounce = new ProviderEvent(
            "e1", _cycle, EntryCode.Parse("E1"), id, DeliveryState.Bounced, Now.AddMinutes(6), DeliveryCause.SendGrid("bounce", words: "550"), "m1");
        await Ledger.ApplyAsync(bounce, Cancelled);
        await Ledger.ApplyAsync(bounce, Cancelled);
        var journal = await Ledger.JournalAsync(_cycle, EntryCode.Parse("E1"), Cancelled);
        Assert.Equal(
            [
                (0, null, "Pending", "rendered"), (0, "Pending", "Claimed", "claimed"),
                (0, "Claimed", "Claimed", "outcome unknown"), (5, "Claimed", "Claimed", "claimed again: outcome unknown"),
                (5, "Claimed", "Accepted", "taken by the mail service"), (6, "Accepted", "Bounced", "SendGrid: bounce"),
            ],
            journal.Select(line => ((line.At - Now).TotalMinutes, line.From?.ToString(), line.To.ToString(), Told(line))));
    }

    private static string Told(DeliveryTransition line) => CauseWords.InJournal(line.Cause);

    private static MailReceipt Takes() => new("m1", Now);

    private void Sends(params Func<MailReceipt>[] outcomes)
    {
        var left = new Queue<Func<MailReceipt>>(outcomes);
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns((LetterMail mail, CancellationToken _) =>
        {
            lock (_sent)
            {
                _sent.Add(mail.Message.MessageId!);
            }
            return Task.FromResult((left.Count > 1 ? left.Dequeue() : left.Peek())());
        });
    }

    private void Answers(MailAnswer answer) =>
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(answer);

    private async Task EnterAsync()
    {
        _transport.Setup(transport => transport.Patience).Returns(TimeSpan.FromSeconds(60));
        await _world.EnterAsync(_cycle, 1, "E1");
    }

    private async Task<LetterDelivery> RowAsync() => (await Ledger.FindAsync(_cycle, EntryCode.Parse("E1"), Cancelled))!;

    private async Task<(DeliveryState State, int Attempts, DateTimeOffset? LookAgainAt)> TryAsync(WhenUnsure whenUnsure) =>
        await TryAsync(await RowAsync(), whenUnsure);

    private Task<(DeliveryState State, int Attempts, DateTimeOffset? LookAgainAt)> TryAsync() => TryAsync(WhenUnsure.Resend);

    private async Task<LetterDelivery> NewSendingAsync()
    {
        var row = await RowAsync();
        return (await Ledger.TryMoveAsync(
            row, row with { State = DeliveryState.Pending, Sending = 2, Attempts = 0 }, DeliveryCause.SentAgain("lost"), "somebody", Cancelled))!;
    }

    private async Task<(DeliveryState State, int Attempts, DateTimeOffset? LookAgainAt)> TryAsync(
        LetterDelivery row, WhenUnsure whenUnsure = WhenUnsure.Resend, CancellationToken? cancellationToken = null)
    {
        var handOver = new HandOver(Ledger, _world.Documents, _gate, new TestLinks(), _transport.Object, new MailSettings { WhenUnsure = whenUnsure }, _time);
        var result = await handOver.TryAsync(
            _session.Object, TestCycle.Definition with { Id = _cycle }, TestCycle.Entry("E1"), row, cancellationToken ?? Cancelled);
        return (result.Row.State, result.Row.Attempts, result.LookAgainAt);
    }
}
