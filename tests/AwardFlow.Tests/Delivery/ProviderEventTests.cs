using AwardFlow.Cycles;
using AwardFlow.Delivery;
using FsCheck;
using FsCheck.Fluent;

namespace AwardFlow.Tests.Delivery;

public class ProviderEventTests
{
    private static readonly DateTimeOffset Noon = new(2021, 10, 16, 12, 0, 0, TimeSpan.Zero);

    private static readonly LetterDelivery Claimed = LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E1")) with
    {
        State = DeliveryState.Claimed,
        StateAt = Noon,
        Address = "saraban@entrant.example",
    };

    [Theory]
    [InlineData(DeliveryState.Claimed, DeliveryState.Accepted, DeliveryState.Accepted)]
    [InlineData(DeliveryState.Pending, DeliveryState.Delivered, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Held, DeliveryState.Bounced, DeliveryState.Bounced)]
    [InlineData(DeliveryState.Accepted, DeliveryState.Deferred, DeliveryState.Deferred)]
    [InlineData(DeliveryState.Deferred, DeliveryState.Delivered, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Delivered, DeliveryState.Accepted, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Delivered, DeliveryState.Deferred, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Delivered, DeliveryState.Bounced, DeliveryState.Bounced)]
    [InlineData(DeliveryState.Bounced, DeliveryState.Accepted, DeliveryState.Bounced)]
    [InlineData(DeliveryState.Received, DeliveryState.Deferred, DeliveryState.Received)]
    [InlineData(DeliveryState.Received, DeliveryState.Delivered, DeliveryState.Received)]
    [InlineData(DeliveryState.Received, DeliveryState.Bounced, DeliveryState.Received)]
    public void A_late_way_station_never_overwrites_an_end(DeliveryState state, DeliveryState reported, DeliveryState after) =>
        Assert.Equal(after, Event(reported, Noon.AddMinutes(1)).ApplyTo(Claimed with { State = state }).State);

    [Fact]
    public void Of_two_ends_the_later_counts() =>
        Assert.Equal(
            DeliveryState.Bounced,
            Event(DeliveryState.Delivered, Noon).ApplyTo(Claimed with { State = DeliveryState.Bounced, StateAt = Noon.AddHours(1) }).State);

    [Fact]
    public void An_event_of_an_earlier_sending_changes_nothing() =>
        Assert.Equal(Claimed with { Sending = 2 }, Event(DeliveryState.Bounced, Noon.AddMinutes(1)).ApplyTo(Claimed with { Sending = 2 }));

    [Fact]
    public void A_bounce_keeps_its_reason() =>
        Assert.Equal(
            "550 no such mailbox",
            CauseWords.InRow(
                (Event(DeliveryState.Bounced, Noon) with { Cause = DeliveryCause.SendGrid("bounce", words: "550 no such mailbox") }).ApplyTo(Claimed).Why));

    [Fact]
    public void Events_in_any_order_and_repeated_end_in_the_same_state()
    {
        var states = new[] { DeliveryState.Accepted, DeliveryState.Deferred, DeliveryState.Delivered, DeliveryState.Bounced, DeliveryState.Dropped };
        var events = Gen.Elements(states).SelectMany(state => Gen.Choose(0, 5).Select(minutes => Event(state, Noon.AddMinutes(minutes)))).NonEmptyListOf();
        Prop.ForAll(
            events.SelectMany(list => Gen.Shuffle(list.Concat(list)).Select(shuffled => (list, shuffled))).ToArbitrary(),
            pair => State(pair.list) == State(pair.shuffled)).QuickCheckThrowOnFailure();
    }

    private static (DeliveryState, DateTimeOffset) State(IEnumerable<ProviderEvent> events)
    {
        var row = events.Aggregate(Claimed, (row, mailEvent) => mailEvent.ApplyTo(row));
        return (row.State, row.State is DeliveryState.Accepted or DeliveryState.Deferred ? default : row.StateAt);
    }

    private static ProviderEvent Event(DeliveryState state, DateTimeOffset at) =>
        new(Guid.NewGuid().ToString(), Claimed.Cycle, Claimed.EntryCode, Claimed.Id, state, at, DeliveryCause.SendGrid(state.ToString()), ProviderId: null);
}
