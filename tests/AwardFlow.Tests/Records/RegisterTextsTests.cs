using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Records.Register;

namespace AwardFlow.Tests.Records;

/// <summary>The register says of a letter that it went only where it did.</summary>
public class RegisterTextsTests
{
    private static readonly DateTimeOffset At = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly Entry Entry = TestCycle.Entry("E1");
    private static readonly LetterDelivery Row = LetterDelivery.Of(TestCycle.Definition.Id, Entry.Code) with { Address = "a@entrant.example" };

    [Theory]
    [InlineData(DeliveryState.Pending, false, "รอส่งทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    [InlineData(DeliveryState.Claimed, true, "รอส่งทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    [InlineData(DeliveryState.ToPost, false, "รอส่งทางไปรษณีย์")]
    [InlineData(DeliveryState.Held, false, "ระงับการส่ง")]
    [InlineData(DeliveryState.Bounced, true, "ส่งไม่ถึง ทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    [InlineData(DeliveryState.Dropped, false, "ส่งไม่ถึง ทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    [InlineData(DeliveryState.Accepted, true, "ส่งทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    [InlineData(DeliveryState.Received, true, "ส่งทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example")]
    public void It_says_how_far_a_letter_is(DeliveryState state, bool taken, string way) =>
        Assert.Equal(way, RegisterTexts.Way(Entry, Row with { State = state, AcceptedAt = taken ? At : null }));

    [Fact]
    public void Before_it_is_rendered_it_waits() => Assert.Equal($"รอส่งทางไปรษณีย์อิเล็กทรอนิกส์ {Entry.SarabanEmail}", RegisterTexts.Way(Entry, row: null));

    [Fact]
    public void What_was_called_off_before_it_went_says_so_and_what_had_gone_stays()
    {
        Assert.Equal("ยกเลิกก่อนส่ง", RegisterTexts.Way(Entry, Row with { State = DeliveryState.Held, Why = DeliveryCause.Cancelled("x") }));
        Assert.Equal("ยกเลิกก่อนส่ง", RegisterTexts.Way(Entry, Row, isCalledOff: true));
        Assert.Equal(
            "ส่งทางไปรษณีย์อิเล็กทรอนิกส์ a@entrant.example",
            RegisterTexts.Way(Entry, Row with { State = DeliveryState.Accepted, AcceptedAt = At }, isCalledOff: true));
    }

    [Fact]
    public void What_was_posted_has_its_day() =>
        Assert.Equal(
            "ส่งทางไปรษณีย์ วันที่ ๑๖ ตุลาคม ๒๕๖๔", RegisterTexts.Way(Entry, Row with { State = DeliveryState.Posted, Posting = new Posting(At, null, "x") }));

    [Fact]
    public void A_letter_on_paper_that_is_received_first_says_that_its_day_is_not_recorded() =>
        Assert.Equal("ส่งทางไปรษณีย์ (ยังไม่ได้บันทึกวันที่ส่ง)", RegisterTexts.Way(Entry, Row with { Address = "", State = DeliveryState.Received }));

    [Theory]
    [InlineData("สพร ๒๕๖๔/ว๒๔๒๕", 2425)]
    [InlineData("ศธ 04001/ว123/2564", 123)]
    [InlineData("มท 0810.3/ว 77", 77)]
    [InlineData("ศธ 04001/123/2564", 123)]
    [InlineData("สพร 2564/2425", 2425)]
    [InlineData("สพร 2564", 2564)]
    [InlineData("สพร", null)]
    public void A_circular_is_registered_under_its_own_number(string number, int? registered) => Assert.Equal(registered, CircularNumber.Of(number, 2564));
}
