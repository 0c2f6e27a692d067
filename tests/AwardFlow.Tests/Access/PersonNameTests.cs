using AwardFlow.Web.Access;

namespace AwardFlow.Tests.Access;

public class PersonNameTests
{
    [Theory]
    [InlineData("มาลี ใจดี", "มาลี ใจดี")]
    [InlineData("  มาลี   ใจดี ", "มาลี ใจดี")]
    [InlineData("Wichai S.", "Wichai S.")]
    [InlineData("น้ํา", "น้ำ")]
    [InlineData("Josef\u0301", "Josef\u0301")]
    public void A_name_is_taken_as_people_write_it(string typed, string name) => Assert.Equal(name.Normalize(), PersonName.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("local")]
    [InlineData("LOCAL")]
    [InlineData(" lo cal")]
    [InlineData("ｌｏｃａｌ")]
    [InlineData("a\u0000b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u200db")]
    [InlineData("a\ue000b")]
    [InlineData("\u200b")]
    [InlineData("a\ufffdb")]
    [InlineData("a\ud800b")]
    public void What_is_empty_stands_for_nobody_or_cannot_be_seen_is_no_name(string typed) => Assert.Null(PersonName.Read(typed));

    [Fact]
    public void A_name_has_a_hundred_characters_at_most()
    {
        Assert.NotNull(PersonName.Read(new string('ก', 100)));
        Assert.Null(PersonName.Read(new string('ก', 101)));
        Assert.Null(PersonName.Read(new string(' ', 1_000_000)));
    }

    [Theory]
    [InlineData("Wichai", "WICHAI")]
    [InlineData("มาลี ใจดี", "มาลีใจดี")]
    [InlineData("น้ํา", "น้ำ")]
    [InlineData("Jos\u00e9", "Jose\u0301")]
    [InlineData("Wichai", "Ｗichai")]
    public void Case_spaces_and_the_form_of_letters_make_no_other_name(string one, string other) =>
        Assert.Equal(PersonName.KeyOf(one), PersonName.KeyOf(other));
}
