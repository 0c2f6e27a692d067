using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;

namespace AwardFlow.Tests.Receipts;

public class ReminderDuesTests
{
    private static readonly DateTimeOffset Noon = new(2021, 10, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReceiptRules Rules = new();

    private static readonly LetterDelivery Delivered = LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E1")) with
    {
        State = DeliveryState.Delivered,
        AcceptedAt = Noon,
        Attempts = 1,
    };

    [Fact]
    public void The_first_is_due_three_days_after_the_letter_and_the_second_three_days_after_the_first()
    {
        Assert.Equal(Noon.AddDays(3), ReminderDues.Next(Delivered, Rules));
        // The first went out late; the second does not follow on its heels.
        Assert.Equal(Noon.AddDays(13), ReminderDues.Next(Delivered with { Reminders = 1, RemindedAt = Noon.AddDays(10) }, Rules));
        Assert.Null(ReminderDues.Next(Delivered with { Reminders = 2, RemindedAt = Noon.AddDays(6) }, Rules));
    }

    [Fact]
    public void A_letter_that_was_posted_is_followed_up_by_telephone_and_by_no_mail()
    {
        var posted = Delivered with { State = DeliveryState.Posted, AcceptedAt = null, Attempts = 0, Posting = new Posting(Noon, null, "malee") };
        Assert.Null(ReminderDues.Next(posted, Rules));
        Assert.False(ReminderDues.IsForTelephone(posted, Rules, Noon.AddDays(3).AddMinutes(-1)));
        Assert.True(ReminderDues.IsForTelephone(posted, Rules, Noon.AddDays(3)));
        Assert.False(ReminderDues.IsForTelephone(posted with { State = DeliveryState.ToPost, Posting = null }, Rules, Noon.AddDays(30)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(59)]
    [InlineData(60)]
    public void Letters_of_one_hour_are_reminded_in_one_run(int minutes) =>
        Assert.Equal(Noon.AddDays(3).AddHours(1), ReminderDues.Next(Delivered with { AcceptedAt = Noon.AddMinutes(minutes) }, Rules));

    [Theory]
    [InlineData(DeliveryState.Accepted, true)]
    [InlineData(DeliveryState.Deferred, true)]
    [InlineData(DeliveryState.Received, false)]
    [InlineData(DeliveryState.Bounced, false)]
    [InlineData(DeliveryState.Dropped, false)]
    [InlineData(DeliveryState.Held, false)]
    [InlineData(DeliveryState.Claimed, false)]
    public void Only_letters_without_a_receipt_or_a_bounce_are_reminded_of(DeliveryState state, bool reminded) =>
        Assert.Equal(reminded, ReminderDues.Next(Delivered with { State = state }, Rules) is not null);

    [Theory]
    [InlineData(DeliveryState.Delivered, 2, 5.9, false)]
    [InlineData(DeliveryState.Delivered, 2, 6, true)]
    [InlineData(DeliveryState.Delivered, 1, 6, false)]
    [InlineData(DeliveryState.Received, 2, 6, false)]
    [InlineData(DeliveryState.Bounced, 0, 0, true)]
    [InlineData(DeliveryState.Dropped, 0, 0, true)]
    [InlineData(DeliveryState.Held, 0, 0, true)]
    public void Who_did_not_answer_the_last_reminder_or_gets_no_mail_is_telephoned(DeliveryState state, int reminders, double days, bool telephoned) =>
        Assert.Equal(
            telephoned,
            ReminderDues.IsForTelephone(Delivered with { State = state, Reminders = reminders, RemindedAt = Noon.AddDays(3) }, Rules, Noon.AddDays(days)));

    [Fact]
    public void Who_has_no_letter_is_not_telephoned() =>
        Assert.False(ReminderDues.IsForTelephone(Delivered with { State = DeliveryState.Held, Attempts = 0 }, Rules, Noon.AddDays(60)));
}
