using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Cycles;

public class TextValueTests
{
    [Theory]
    [InlineData("dga-2564", true)]
    [InlineData("DGA-2564", false)]
    [InlineData("ab", false)]
    [InlineData("a/b", false)]
    [InlineData("รอบ-2564", false)]
    public void A_cycles_id_has_small_letters_digits_and_dashes(string text, bool valid) => Assert.Equal(valid, CycleId.TryParse(text, out _));

    [Theory]
    [InlineData("LG-001", "lg-001")]
    [InlineData("ท-๐๐๑", "ท-001")]
    [InlineData("นํ้า1", "น้ำ1")]
    public void Codes_that_differ_in_case_digits_or_the_order_of_marks_are_one(string one, string other)
    {
        Assert.Equal(EntryCode.Parse(one), EntryCode.Parse(other));
        Assert.Equal(EntryCode.Parse(one).GetHashCode(), EntryCode.Parse(other).GetHashCode());
    }

    [Theory]
    [InlineData("Dr. Smith", "DR.  SMITH")]
    [InlineData("นํ้าทิพย์", "น้ำทิพย์")]
    public void How_a_judges_name_is_typed_does_not_matter(string one, string other) => Assert.Equal(JudgeName.Parse(one), JudgeName.Parse(other));

    [Theory]
    [InlineData("LG\u200b001")]
    [InlineData("LG\u3164001")]
    [InlineData("LG\ufe0f001")]
    public void A_code_holds_nothing_that_nobody_sees(string text) => Assert.False(EntryCode.IsValid(text));

    [Fact]
    public void In_json_it_is_a_plain_string()
    {
        var json = JsonSerializer.Serialize(new Judge(JudgeName.Parse("สมชาย ใจดี")) { MayNotScore = [EntryCode.Parse("LG-001")] }, AwardJson.Options);
        Assert.Equal("""{"name":"สมชาย ใจดี","mayNotScore":["LG-001"]}""", json);
        Assert.Equal("สมชาย ใจดี", JsonSerializer.Deserialize<Judge>(json, AwardJson.Options)!.Name.Text);
    }

    [Fact]
    public void What_is_no_name_cannot_be_taken_for_one() => Assert.Throws<FormatException>(() => JudgeName.Parse(" "));
}
