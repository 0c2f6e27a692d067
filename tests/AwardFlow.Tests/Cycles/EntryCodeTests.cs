using AwardFlow.Cycles;

namespace AwardFlow.Tests.Cycles;

public class EntryCodeTests
{
    [Theory]
    [InlineData("LG-001")]
    [InlineData("ท-๐๐๑")]
    [InlineData("ผู้ส่ง_1.2")]
    public void Letters_with_their_marks_and_digits(string code) => Assert.True(EntryCode.IsValid(code));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a!b")]
    [InlineData("a#b")]
    [InlineData("-a")]
    [InlineData("LG-001\n")]
    public void Nothing_that_a_path_or_a_key_could_mean(string code) => Assert.False(EntryCode.IsValid(code));

    [Fact]
    public void At_most_sixty_characters()
    {
        Assert.True(EntryCode.IsValid(new string('a', 60)));
        Assert.False(EntryCode.IsValid(new string('a', 61)));
    }

    [Fact]
    public void Codes_are_put_in_the_order_in_which_people_count()
    {
        string[] ordered = ["1", "2", "10", "11", "LG", "LG-01", "LG-1", "LG-2", "LG-2ก", "LG-๑๐", "LG-100", "รพ-9", "รพ-10"];
        Assert.Equal(ordered, ordered.Reverse().Select(EntryCode.Parse).Order(EntryCodeOrder.Counting).Select(code => code.Text));
    }
}
