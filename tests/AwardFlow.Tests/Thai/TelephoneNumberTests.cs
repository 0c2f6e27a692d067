using AwardFlow.Thai;

namespace AwardFlow.Tests.Thai;

public class TelephoneNumberTests
{
    [Theory]
    [InlineData("0 2612 6000", "tel:026126000")]
    [InlineData("๐ ๒๖๑๒ ๖๐๐๐", "tel:026126000")]
    [InlineData("+66 (0) 2612-6000", "tel:+6626126000")]
    [InlineData("โทร. 02.612.6000 ต่อ 4305", "tel:026126000")]
    [InlineData("081-234-5678, 053 123 456", "tel:0812345678")]
    [InlineData("1111", "tel:1111")]
    public void A_telephone_dials_the_first_number(string text, string link) => Assert.Equal(link, TelephoneNumber.Link(text));

    [Theory]
    [InlineData("")]
    [InlineData("ไม่มี")]
    [InlineData("ต่อ 12")]
    public void Where_there_is_no_number_there_is_no_link(string text) => Assert.Null(TelephoneNumber.Link(text));
}
