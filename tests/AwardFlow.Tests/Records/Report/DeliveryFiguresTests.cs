using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records.Print;
using AwardFlow.Records.Report;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Records.Report;

/// <summary>A letter on paper went by post whether anybody wrote that down before its recipient confirmed it or not.</summary>
public class DeliveryFiguresTests
{
    private static readonly DateTimeOffset At = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly LetterDelivery Paper = LetterDelivery.Of(TestCycle.Definition.Id, EntryCode.Parse("E1"));
    private static readonly LetterDelivery Unrecorded =
        Paper with { State = DeliveryState.Received, Stamp = new RegistrationStamp { Number = "2921", At = At } };
    private static readonly LetterDelivery Mailed =
        Paper with { Address = "a@entrant.example", State = DeliveryState.Received, ClaimedAt = At, AcceptedAt = At };

    [Fact]
    public void What_is_received_was_sent()
    {
        var figures = new[]
        {
            Paper with { State = DeliveryState.ToPost },
            Unrecorded,
            Paper with { State = DeliveryState.Posted, Posting = new Posting(At, null, "มาลี") },
            Mailed,
        }
            .Aggregate(new DeliveryFigures(), (sum, row) => sum.With(row));
        Assert.Equal((4, 1, 1, 2, 1, 2), (figures.Letters, figures.Mailed, figures.Reached, figures.Posted, figures.ToPost, figures.Received));
    }

    [Fact]
    public void A_letter_whose_day_nobody_knows_is_said_to_be_sent_without_one()
    {
        var figures = ReportRendererTests.FiguresOf(provinces: 1) with { Delivery = new DeliveryFigures().With(Unrecorded) };
        Assert.Equal("จากหนังสือแจ้งผลทั้งสิ้น จำนวน ๑ ฉบับ ได้ส่งทางไปรษณีย์ ๑ ฉบับ", new ReportWords(figures).Sent);
    }

    [Fact]
    public void It_stands_on_the_list_for_the_post_and_no_letter_by_mail_does()
    {
        var result = new EntryResult { Entry = TestCycle.Entry("E1"), Judges = 1, Criteria = [], Comments = [] };
        Assert.True(LetterFilter.OnPaper.Takes(Unrecorded, result));
        Assert.False(LetterFilter.OnPaper.Takes(Mailed, result));
        Assert.False(LetterFilter.OnPaper.Takes(Mailed with { ClaimedAt = null }, result)); // As earlier versions stored it.
    }
}
