using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Delivery;

/// <summary>What versions before 0.2 wrote is read as what it meant.</summary>
public sealed class EarlierLedgerTests : IDisposable
{
    private readonly LedgerWorld _world = new(TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_letters_row_says_what_it_said()
    {
        await TakeOverAsync();
        var row = (await _world.Ledger.FindAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), Cancelled))!;
        Assert.Equal((DeliveryState.Received, 2, 3, true), (row.State, row.Sending, row.Attempts, row.PossibleDuplicate));
        Assert.Equal(("saraban@e1.example", 1, 2), (row.Address, row.Page, row.Reminders));
        Assert.Equal(new RegistrationStamp { Number = "2921", At = new DateTimeOffset(2021, 10, 28, 4, 0, 0, TimeSpan.Zero), Division = "กองคลัง" }, row.Stamp);
        Assert.Equal((1, 7), (row.ReceiptRevision, row.Transitions));
        // The Message-ID of a mail that went out before must not change.
        Assert.Equal("ce46d6bbf6c6c4d0b0b0b1bd5b6fb9f9".Length, row.Id.Length);
    }

    [Fact]
    public async Task Sentences_are_codes_now()
    {
        await TakeOverAsync();
        Assert.Equal(DeliveryCause.TooFewJudges(1), (await _world.Ledger.FindAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E2"), Cancelled))!.Why);
        Assert.Equal(
            [
                DeliveryCause.Rendered,
                DeliveryCause.Taken,
                DeliveryCause.SendGrid("bounce", "blocked") with { OfAnotherSending = true },
                DeliveryCause.SentAgain("the desk asked"),
                DeliveryCause.Other("somebody's own words"),
            ],
            (await _world.Ledger.JournalAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), Cancelled)).Select(line => line.Cause));
        Assert.Equal("รับที่ ๒๙๒๑", (await _world.Ledger.JournalAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), Cancelled))[^1].EarlierReceipt);
    }

    [Fact]
    public async Task A_reminder_belongs_to_its_letter()
    {
        await TakeOverAsync();
        var reminder = (await _world.Ledger.FindReminderAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), 1, Cancelled))!;
        Assert.Equal((DeliveryState.Held, 2, DeliveryCause.HeldUnsure), (reminder.State, reminder.Sending, reminder.Why));
        Assert.Equal((await _world.Ledger.FindAsync(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), Cancelled))!.Id, reminder.LetterId);
    }

    [Fact]
    public async Task Its_pages_are_counted()
    {
        await TakeOverAsync();
        var totals = await _world.Ledger.TotalsAsync(CycleId.Parse("test-2564"), Cancelled);
        Assert.Equal((3, 2, 2, 1, 1, 0), (totals.Entries, totals.Letters, totals.Settled, totals.Mailed, totals.Received, totals.OpenReminders));
    }

    [Theory]
    [InlineData("rendered")]
    [InlineData("claimed again: outcome unknown")]
    [InlineData("held: outcome unknown")]
    [InlineData("the recipient's server asked to wait")]
    [InlineData("reminder 2 is due")]
    [InlineData("address corrected from a@b.example")]
    [InlineData("settled as sent: by telephone")]
    [InlineData("receipt corrected by telephone")]
    [InlineData("SendGrid: bounce (blocked) (of another sending)")]
    [InlineData("SendGrid: delivered")]
    public void The_API_tells_an_earlier_line_as_it_did(string line) => Assert.Equal(line, CauseWords.InJournal(EarlierLedger.CauseOf(line)));

    [Theory]
    [InlineData("Nobody can say whether the mail service took this mail. Decide: it was sent, or send it again.")]
    [InlineData("Given up after 12 attempts. 450 greylisted")]
    [InlineData("Reminder 1 came back. 552 mailbox full")]
    [InlineData("Only 2 scored all criteria of this entry, fewer judges than the cycle wants, so there is no average and no letter.")]
    [InlineData("550 no such mailbox")]
    public void The_API_tells_an_earlier_detail_as_it_did(string detail) => Assert.Equal(detail, CauseWords.InRow(EarlierLedger.WhyOf(detail)));

    private async Task TakeOverAsync()
    {
        (string, string)[] earlier =
        [
            ("d!E1", """{"page":1,"address":"saraban@e1.example","state":"Received","stateAt":"2021-10-28T04:00:01+00:00","sending":2,"attempts":3,"claimedAt":"2021-10-16T02:00:00+00:00","lastClaimedAt":"2021-10-16T02:10:00+00:00","acceptedAt":"2021-10-16T02:10:01+00:00","providerId":"m1","possibleDuplicate":true,"reminders":2,"remindedAt":"2021-10-22T02:00:00+00:00","registerNumber":"2921","registeredAt":"2021-10-28T04:00:00+00:00","division":"กองคลัง","receiptRevision":1,"transitions":7}"""),
            ("d!E2", """{"page":1,"address":"saraban@e2.example","state":"Held","stateAt":"2021-10-15T02:00:00+00:00","detail":"Only 1 scored all criteria of this entry, fewer judges than the cycle wants, so there is no average and no letter.","sending":1}"""),
            ("d!E3", """{"page":2,"address":"saraban@e3.example","state":"Pending","stateAt":"2021-10-15T02:00:00+00:00","sending":1}"""),
            ("j!E1!000000", """{"at":"2021-10-15T02:00:00+00:00","to":"Pending","sending":1,"address":"saraban@e1.example","cause":"rendered"}"""),
            ("j!E1!000002", """{"at":"2021-10-16T02:00:00+00:00","from":"Claimed","to":"Accepted","sending":1,"address":"saraban@e1.example","cause":"taken by the mail service","providerId":"m0"}"""),
            ("j!E1!000003", """{"at":"2021-10-16T02:06:00+00:00","from":"Accepted","to":"Pending","sending":2,"address":"saraban@e1.example","cause":"sent again: the desk asked","by":"มาลี"}"""),
            ("j!E1!000007", """{"at":"2021-10-28T04:00:01+00:00","from":"Accepted","to":"Received","sending":2,"address":"saraban@e1.example","cause":"somebody's own words","by":"recipient","receipt":"รับที่ ๒๙๒๑"}"""),
            ("j!E1!e00", """{"at":"2021-10-16T02:05:00+00:00","from":"Accepted","to":"Accepted","sending":2,"address":"saraban@e1.example","cause":"SendGrid: bounce (blocked) (of another sending)"}"""),
            ("r!E1!0002!01", """{"page":1,"address":"saraban@e1.example","state":"Held","stateAt":"2021-10-19T02:00:00+00:00","detail":"Nobody can say whether the mail service took this mail. Decide: it was sent, or send it again.","sending":2,"reminder":1,"attempts":1}"""),
            ("t!received", """{"received":1}"""),
        ];
        await foreach (var (key, record) in new EarlierLedger()
            .Translate("test-2564", earlier.Select(row => (row.Item1, (JsonObject)JsonNode.Parse(row.Item2)!)).ToAsyncEnumerable()))
        {
            await _world.Storage.Rows.CommitAsync("test-2564", RowChange.Put(key, record.ToJsonString()), Cancelled);
        }
    }
}
