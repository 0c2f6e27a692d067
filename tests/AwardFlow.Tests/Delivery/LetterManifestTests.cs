using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Tests.Delivery;

/// <summary>What is approved of a correction says the way that its letter goes.</summary>
public class LetterManifestTests
{
    [Theory]
    [InlineData(DeliveryState.Accepted, false, "a@entrant.example")]
    [InlineData(DeliveryState.Bounced, false, "a@entrant.example")]
    [InlineData(DeliveryState.ToPost, false, "")]
    [InlineData(DeliveryState.Posted, true, "")]
    [InlineData(DeliveryState.Received, true, "")]
    public void A_correction_of_a_letter_whose_mailbox_was_given_up_goes_by_post_too(DeliveryState state, bool posted, string address)
    {
        var first = LetterDelivery.Of(TestCycle.Definition.Id, EntryCode.Parse("E1")) with
        {
            Address = "a@entrant.example",
            State = state,
            Posting = posted ? new Posting(new DateTimeOffset(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7)), null, "x") : null,
        };
        Assert.Equal(address, LetterManifest.AddressOfCorrection(first));
    }
}
