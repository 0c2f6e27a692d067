using AwardFlow.Delivery;

namespace AwardFlow.Tests.Delivery.Post;

public class TrackingNumberTests
{
    [Theory]
    [InlineData("RB123456785TH", "RB123456785TH")]
    [InlineData("rb 1234 5678 5 th", "RB123456785TH")]
    [InlineData("EB-๑๒๓๔๕๖๗๘-๕-TH", "EB123456785TH")]
    // The example of the standard itself.
    [InlineData("EE473124829TH", "EE473124829TH")]
    // Of a remainder of 1 the digit is 0, of 0 it is 5.
    [InlineData("RR000000080TH", "RR000000080TH")]
    [InlineData("RR000000005TH", "RR000000005TH")]
    public void A_number_with_its_check_digit_is_taken_however_people_write_it(string written, string number)
    {
        Assert.True(TrackingNumber.TryRead(written, out var read, out _));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("RB123456789TH")]
    [InlineData("RB213456785TH")]
    public void A_mistyped_digit_is_found(string written)
    {
        Assert.False(TrackingNumber.TryRead(written, out _, out var fault));
        Assert.Equal(TrackingFault.CheckDigit, fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RB12345678TH")]
    [InlineData("RB1234567855TH")]
    [InlineData("1B123456785TH")]
    [InlineData("RB123456785SG")]
    [InlineData("กข123456785TH")]
    [InlineData("RB12345678 5 T H                            ")]
    public void What_has_another_form_is_none(string written)
    {
        Assert.False(TrackingNumber.TryRead(written, out _, out var fault));
        Assert.Equal(TrackingFault.Form, fault);
    }

    [Theory]
    [InlineData("00000000", 5)]
    [InlineData("00000009", 3)]
    [InlineData("47312482", 9)]
    public void The_check_digit_is_that_of_the_standard(string serial, int digit) => Assert.Equal(digit, TrackingNumber.CheckDigit(serial));
}
