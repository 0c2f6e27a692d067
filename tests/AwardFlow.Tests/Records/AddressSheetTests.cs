using AwardFlow.Records.Print;

namespace AwardFlow.Tests.Records;

/// <summary>The place on an envelope, where an entry has only its province.</summary>
public class AddressSheetTests
{
    [Theory]
    [InlineData("ยะลา", "จังหวัดยะลา")]
    [InlineData("จังหวัดยะลา", "จังหวัดยะลา")]
    [InlineData("จ.ยะลา", "จ.ยะลา")]
    [InlineData("กรุงเทพมหานคร", "กรุงเทพมหานคร")]
    [InlineData(" กรุงเทพฯ ", "กรุงเทพฯ")]
    public void A_province_has_its_word_once_and_Bangkok_has_none(string province, string place) =>
        Assert.Equal(place, AddressSheet.AddressOf(TestCycle.Entry("E1") with { Province = province })[^1]);
}
