using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Scoring;

public class LetterNumbersTests
{
    private static readonly CycleDefinition Numbered = TestCycle.Definition with
    {
        Letter = TestCycle.Definition.Letter with { Number = "ทดสอบ {year}/{number}", FirstNumber = 2425 },
    };

    private static readonly string[] Scored = ["E1", "E3"];

    [Fact]
    public void Numbers_follow_the_entries_and_an_entry_without_a_letter_takes_none()
    {
        var results = Book(Numbered).Results(provisional: false);
        Assert.Equal([1, null, 2], results.Entries.OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).Select(result => result.Entry.Serial));
        Assert.Equal("ทดสอบ ๒๕๖๔/๒๔๒๖", new LetterWords(Numbered, results.Entries.Single(result => result.Entry.Code.Text == "E3").Entry).Number);
    }

    [Fact]
    public void Closed_anew_with_other_scores_letters_are_numbered_anew()
    {
        var first = Book(Numbered).Results(provisional: false);
        var late = TestCycle.Definition.Criteria().Select(criterion => new Score(EntryCode.Parse("E2"), JudgeName.Parse("กรรมการ 1"), criterion.Code, 1, ""));
        var again = new ScoreBook(Numbered, [.. first.Entries.Select(result => result.Entry)], Scores().Concat(late)).Results(provisional: false);
        Assert.Equal([1, 2, 3], again.Entries.OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).Select(result => result.Entry.Serial));
    }

    [Fact]
    public void Where_one_number_is_for_all_no_entry_has_one() =>
        Assert.All(Book(TestCycle.Definition).Results(provisional: false).Entries, result => Assert.Null(result.Entry.Serial));

    [Fact]
    public void Frozen_results_are_reckoned_again_to_the_same_numbers()
    {
        var first = Book(Numbered).Results(provisional: false);
        var again = new ScoreBook(Numbered, [.. first.Entries.Select(result => result.Entry)], Scores()).Results(provisional: false);
        Assert.Equal(first.Entries.Select(result => result.Entry), again.Entries.Select(result => result.Entry));
    }

    [Theory]
    [InlineData("ทดสอบ 2564/{number}", null, false)]
    [InlineData("ทดสอบ 2564/ว1", 5, false)]
    [InlineData("ทดสอบ 2564/{number}", 0, false)]
    [InlineData("ทดสอบ 2564/{rank}", null, false)]
    [InlineData("ทดสอบ 2564/{number}", 5, true)]
    public void A_running_number_needs_its_place_and_its_beginning(string number, int? first, bool isRight)
    {
        var definition = LetterSamples.Definition with { Letter = LetterSamples.Definition.Letter with { Number = number, FirstNumber = first } };
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(definition, AwardFlow.Storage.AwardJson.Options);
        if (isRight)
        {
            Assert.Equal(first, CycleDefinitionReader.Read(json).Letter.FirstNumber);
        }
        else
        {
            Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read(json));
        }
    }

    private static ScoreBook Book(CycleDefinition definition) =>
        new(definition, [TestCycle.Entry("E3"), TestCycle.Entry("E1"), TestCycle.Entry("E2")], Scores());

    private static IEnumerable<Score> Scores() =>
        from criterion in TestCycle.Definition.Criteria()
        from entry in Scored
        select new Score(EntryCode.Parse(entry), JudgeName.Parse("กรรมการ 1"), criterion.Code, 1, "");
}
