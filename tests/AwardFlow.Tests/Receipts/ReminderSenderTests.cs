using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Receipts;

/// <summary>One reminder for one due, whenever a worker dies and whatever arrives meanwhile.</summary>
public sealed class ReminderSenderTests : IDisposable
{
    private static readonly DateTimeOffset Due = new(2021, 10, 19, 9, 0, 0, TimeSpan.FromHours(7));

    // After this long nobody can be at a mail any more that a worker claimed: the transport's patience, and a margin.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(62);

    private readonly FakeTimeProvider _time = new(Due);
    private readonly Mock<IMailTransport> _transport = new();
    private readonly Mock<IMailSession> _session = new();
    private readonly List<string> _sent = [];
    private readonly List<string> _codes = [];
    private readonly CycleDefinition _definition = TestCycle.Definition;
    private readonly LedgerWorld _world;

    public ReminderSenderTests() => _world = new LedgerWorld(_time);

    private DeliveryLedger Ledger => _world.Ledger;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Killed_between_claim_and_settle_the_reminder_is_asked_for_and_not_sent_again()
    {
        await EnterAsync("E1");
        Sends(_ => throw new StorageException(StorageFault.Unavailable, "killed after the service took it"));
        await Assert.ThrowsAsync<StorageException>(SendAsync);
        Assert.Equal(DeliveryState.Claimed, (await ReminderAsync("E1")).State);
        _time.Advance(TimeSpan.FromMinutes(2));
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(MailAnswer.Taken(new MailReceipt("m1", Due)));
        _time.Advance(Patience);
        Assert.Equal(1, (await SendAsync()).Mailed);
        Assert.Equal(DeliveryState.Accepted, (await ReminderAsync("E1")).State);
        await SendAsync();
        Assert.Single(_sent);
        Assert.Equal(1, (await LetterAsync("E1")).Reminders);
    }

    [Fact]
    public async Task Killed_before_the_mail_went_out_it_goes_out_once_with_the_same_id()
    {
        await EnterAsync("E1");
        Sends(_ => throw new StorageException(StorageFault.Unavailable, "killed"), _ => Takes());
        await Assert.ThrowsAsync<StorageException>(SendAsync);
        _time.Advance(TimeSpan.FromMinutes(2));
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(MailAnswer.NeverTaken);
        _time.Advance(Patience);
        await SendAsync();
        Assert.Equal(
            (DeliveryState.Accepted, 2, false),
            ((await ReminderAsync("E1")).State, (await ReminderAsync("E1")).Attempts, (await ReminderAsync("E1")).PossibleDuplicate));
        Assert.Single(_sent.Distinct());
        await SendAsync();
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task Where_the_service_cannot_say_the_reminder_is_held_and_not_sent_again_and_the_next_one_comes_in_its_time()
    {
        await EnterAsync("E1");
        Sends(_ => throw new MailOutcomeUnknownException("broke"), _ => Takes());
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(MailAnswer.CannotSay);
        Assert.Equal(Due.AddMinutes(5), (await SendAsync()).LookAgainAt);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new PageSent(0), await SendAsync());
        Assert.Equal((DeliveryState.Held, 1), ((await ReminderAsync("E1")).State, _sent.Count));
        Assert.False((await Ledger.TotalsAsync(_definition.Id, Cancelled)).OpenReminders > 0);
        _time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await SendAsync();
        Assert.Equal(
            (2, 2, DeliveryState.Held),
            (
                _sent.Distinct().Count(),
                (await LetterAsync("E1")).Reminders,
                (await Ledger.FindReminderAsync(_definition.Id, EntryCode.Parse("E1"), 1, Cancelled))!.State));
    }

    [Fact]
    public async Task A_receipt_leaves_nothing_to_decide_about_a_held_reminder()
    {
        await EnterAsync("E1");
        Sends(_ => throw new MailOutcomeUnknownException("broke"));
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(MailAnswer.CannotSay);
        await SendAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await SendAsync();
        Receive("E1", Takes);
        Assert.Equal(DeliveryState.Received, (await ReminderAsync("E1")).State);
    }

    [Fact]
    public async Task A_receipt_that_arrives_during_the_run_spares_its_sender_the_reminder()
    {
        await EnterAsync("E1", "E2");
        Sends(_ => Receive("E2", Takes));
        Assert.Equal(1, (await SendAsync()).Mailed);
        Assert.Single(_sent);
        Assert.Equal((DeliveryState.Received, 0), ((await ReminderAsync("E2")).State, (await ReminderAsync("E2")).Attempts));
        Assert.Equal(DeliveryState.Received, (await LetterAsync("E2")).State);
        Assert.Equal(1, (await Ledger.TotalsAsync(_definition.Id, Cancelled)).Received);
    }

    [Fact]
    public async Task A_receipt_that_arrives_while_its_own_reminder_is_handed_over_stands_and_no_second_try_is_made()
    {
        await EnterAsync("E1");
        Sends(_ => Receive("E1", () => throw new MailOutcomeUnknownException("broke")));
        await SendAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await SendAsync();
        Assert.Single(_sent);
        Assert.Equal((DeliveryState.Received, DeliveryState.Received), ((await LetterAsync("E1")).State, (await ReminderAsync("E1")).State));
    }

    [Fact]
    public async Task A_receipt_between_the_look_and_the_entry_keeps_the_reminder_out_of_the_ledger()
    {
        await EnterAsync("E1");
        var letter = await LetterAsync("E1");
        Receive("E1", Takes);
        Assert.False(await Ledger.TryEnterReminderAsync(letter, Cancelled));
        Sends(_ => Takes());
        await SendAsync();
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Of_many_workers_that_find_it_due_one_enters_it()
    {
        await EnterAsync("E1");
        var letter = await LetterAsync("E1");
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ledger.TryEnterReminderAsync(letter, Cancelled))));
        Assert.Single(entered, each => each);
        Assert.Equal(1, (await LetterAsync("E1")).Reminders);
    }

    [Fact]
    public async Task What_another_worker_claimed_is_left_to_it_while_it_may_be_at_it()
    {
        await EnterAsync("E1");
        Assert.True(await Ledger.TryEnterReminderAsync(await LetterAsync("E1"), Cancelled));
        var reminder = await ReminderAsync("E1");
        await Ledger.TryMoveAsync(
            reminder,
            reminder with
            {
                State = DeliveryState.Claimed,
                ClaimedBy = "another",
                ClaimedAt = Due,
                LastClaimedAt = Due,
                ClaimedUntil = Due.AddSeconds(62),
                Attempts = 1,
            },
            DeliveryCause.Claimed, by: null, Cancelled);
        Sends(_ => Takes());
        Assert.Equal(new PageSent(0, Due.AddSeconds(62)), await SendAsync());
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_service_that_is_away_leaves_the_reminder_for_later()
    {
        await EnterAsync("E1");
        Sends(_ => throw new MailPostponedException("away", Due.AddSeconds(30), concernsAll: true), _ => Takes());
        Assert.Equal(new PageSent(0, Due.AddSeconds(30), InTrouble: true), await SendAsync());
        Assert.True((await Ledger.TotalsAsync(_definition.Id, Cancelled)).OpenReminders > 0);
        Assert.Equal(new PageSent(1), await SendAsync());
        Assert.False((await Ledger.TotalsAsync(_definition.Id, Cancelled)).OpenReminders > 0);
    }

    [Fact]
    public async Task A_reminder_that_waits_does_not_go_to_an_address_that_was_corrected_meanwhile()
    {
        await EnterAsync("E1");
        Sends(_ => throw new MailPostponedException("away", Due.AddSeconds(30), concernsAll: true), _ => Takes());
        await SendAsync();
        var letter = await LetterAsync("E1");
        await Ledger.TryMoveAsync(
            letter, letter with { Address = "saraban@right.example" }, DeliveryCause.AddressCorrected(letter.Address), "somebody", Cancelled);
        Assert.Equal(new PageSent(0), await SendAsync());
        Assert.Equal(DeliveryState.Dropped, (await ReminderAsync("E1")).State);
    }

    [Fact]
    public async Task A_letter_that_bounced_meanwhile_is_not_reminded_of()
    {
        await EnterAsync("E1");
        Sends(_ => throw new MailPostponedException("away", Due.AddSeconds(30), concernsAll: true), _ => Takes());
        await SendAsync();
        await Ledger.ApplyAsync(
            new ProviderEvent(
                "e1", _definition.Id, EntryCode.Parse("E1"), (await LetterAsync("E1")).Id,
                DeliveryState.Bounced, Due, DeliveryCause.SendGrid("bounce", words: "550"), "m1"),
            Cancelled);
        Assert.Equal(new PageSent(0), await SendAsync());
        Assert.Equal(DeliveryState.Dropped, (await ReminderAsync("E1")).State);
        Assert.Single(_sent);
    }

    private static MailReceipt Takes() => new("m1", Due);

    private void Sends(params Func<LetterMail, MailReceipt>[] outcomes)
    {
        var left = new Queue<Func<LetterMail, MailReceipt>>(outcomes);
        _session.Setup(session => session.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).Returns((LetterMail mail, CancellationToken _) =>
        {
            lock (_sent)
            {
                _sent.Add(mail.Message.MessageId!);
                return Task.FromResult((left.Count > 1 ? left.Dequeue() : left.Peek())(mail));
            }
        });
    }

    private MailReceipt Receive(string entry, Func<MailReceipt> then)
    {
        Task.Run(
            async () => Assert.NotNull(await Desk().TryRecordAsync(await LetterAsync(entry), new Receipt("2921", Due, "กองคลัง", null), by: null, Cancelled)),
            Cancelled)
            .GetAwaiter()
            .GetResult();
        return then();
    }

    private ReceiptDesk Desk() => new(
        new ReceiptLinks(new ReceiptSettings(), _time), _world.Cycles, _world.Results, Ledger, _world.Corrections, _time);

    private async Task EnterAsync(params string[] codes)
    {
        _transport.Setup(transport => transport.Patience).Returns(TimeSpan.FromSeconds(60));
        _transport.Setup(transport => transport.Open()).Returns(_session.Object);
        await _world.EnterAsync(_definition.Id, 1, codes);
        foreach (var code in codes)
        {
            var row = await LetterAsync(code);
            await Ledger.TryMoveAsync(
                row,
                row with
                {
                    State = DeliveryState.Accepted,
                    Attempts = 1,
                    ClaimedAt = Due.AddDays(-3),
                    LastClaimedAt = Due.AddDays(-3),
                    AcceptedAt = Due.AddDays(-3),
                },
                DeliveryCause.Taken, by: null, Cancelled);
        }
        _codes.AddRange(codes);
    }


    private async Task<LetterDelivery> LetterAsync(string code) => (await Ledger.FindAsync(_definition.Id, EntryCode.Parse(code), Cancelled))!;

    private async Task<LetterDelivery> ReminderAsync(string code) =>
        await Ledger.RemindersAsync(_definition.Id, EntryCode.Parse(code), EntryCode.Parse(code), Cancelled).SingleAsync(Cancelled);

    private Task<PageSent> SendAsync()
    {
        var settings = new MailSettings();
        var handOver = new HandOver(Ledger, _world.Documents, new OpenGate(), new TestLinks(), _transport.Object, settings, _time);
        var run = new MailRun(handOver, _transport.Object, new SendingPace(_world.Storage, settings, _time), _time);
        return new ReminderSender(_world.Cycles, _world.Results, Ledger, run, _time)
            .RemindAsync(_definition, 1, [.. _codes.Select(TestCycle.Entry)], Cancelled);
    }
}
