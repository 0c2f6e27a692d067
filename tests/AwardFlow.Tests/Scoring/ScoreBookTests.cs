using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace AwardFlow.Tests.Scoring;

public class ScoreBookTests
{
    [Fact]
    public void An_average_is_over_the_judges_totals()
    {
        var result = Assert.Single(Book(["E1"], Scores("E1", "ก", 50, 30, 20), Scores("E1", "ข", 40, 20, 10)).Results(provisional: false).Entries);
        Assert.Equal((85m, 2, 1, true), (result.Average, result.Judges, result.Rank, result.Passed));
        Assert.Equal([45m, 25m, 15m], result.Criteria.Select(criterion => criterion.Average));
    }

    [Fact]
    public void Equal_averages_share_a_rank_and_the_next_is_as_far_on()
    {
        var results = Book(
            ["E1", "E2", "E3", "E4"], Scores("E1", "ก", 10, 10, 10), Scores("E2", "ก", 40, 10, 10), Scores("E3", "ก", 50, 5, 5), Scores("E4", "ก", 50, 30, 20));
        Assert.Equal(
            [("E4", 1), ("E2", 2), ("E3", 2), ("E1", 4)],
            results.Results(provisional: false).Entries.Select(result => (result.Entry.Code.Text, result.Rank!.Value)));
    }

    [Theory]
    [InlineData("59.99", false)]
    [InlineData("60.00", true)]
    public void Passed_means_that_the_rounded_average_reaches_the_pass_mark(string total, bool passed)
    {
        var points = decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture);
        var result = Assert.Single(Book(["E1"], Scores("E1", "ก", 40, 15, points - 55)).Results(provisional: false).Entries);
        Assert.Equal(passed, result.Passed);
    }

    [Fact]
    public void The_average_is_rounded_before_it_is_held_against_the_pass_mark()
    {
        var book = Book(["E1"], Scores("E1", "ก", 40, 15, 4.99m), Scores("E1", "ข", 40, 15, 5m));
        var result = Assert.Single(book.Results(provisional: false).Entries);
        Assert.Equal((60.00m, true), (result.Average, result.Passed));
    }

    [Fact]
    public void A_judge_who_left_a_criterion_out_counts_for_nothing_in_that_entry()
    {
        var result = Assert.Single(Book(["E1"], Scores("E1", "ก", 50, 30, 20), Scores("E1", "ข", 10)).Results(provisional: false).Entries);
        Assert.Equal((100m, 1), (result.Average, result.Judges));
    }

    [Fact]
    public void An_entry_without_a_complete_sheet_has_no_average_no_rank_and_comes_last()
    {
        var results = Book(["E1", "E2"], Scores("E1", "ก", 10), Scores("E2", "ก", 0, 0, 0)).Results(provisional: false).Entries;
        Assert.Equal(["E2", "E1"], results.Select(result => result.Entry.Code.Text));
        Assert.Equal((null, null, null), (results[1].Average, results[1].Rank, results[1].Passed));
    }

    [Fact]
    public void What_is_missing_is_named_by_entry_judge_and_criterion()
    {
        var missing = Book(["E1", "E2"], Scores("E1", "ก", 50, 30, 20), Scores("E1", "ข", 50, 30), Scores("E2", "ก", 1, 1, 1)).Missing();
        Assert.Equal(["E1 ข C", "E2 ข A,B,C"], missing.Select(gap => $"{gap.EntryCode} {gap.Judge} {string.Join(',', gap.Criteria)}"));
    }

    [Fact]
    public void Where_nobody_scored_every_entry_is_missing()
    {
        var gap = Assert.Single(Book(["E1"]).Missing());
        Assert.Equal((EntryCode.Parse("E1"), null), (gap.EntryCode, gap.Judge));
    }

    [Fact]
    public void Comments_come_without_the_judges_names()
    {
        var scores = Scores("E1", "ก", 1, 1, 1).Select((score, i) => score with { Comment = i == 0 ? "ควรขยายผล" : "" });
        Assert.Equal(["ควรขยายผล"], Assert.Single(Book(["E1"], scores).Results(provisional: false).Entries).Comments);
    }

    [Theory]
    [InlineData("dr. smith", "Dr. Smith")]
    [InlineData("สม ชาย", "สม  ชาย")]
    [InlineData("น้ำทิพย์", "นํ้าทิพย์")]
    public void A_judge_spelled_in_two_ways_is_one_judge_by_the_first_spelling(string first, string second)
    {
        var book = Book(
            ["E1", "E2"], Scores("E1", first, 50, 30, 20), Scores("E2", second, 50, 30, 20), Scores("E1", second, 25, 15, 10), Scores("E1", "ก", 50, 30, 20));
        var results = book.Results(provisional: false);
        Assert.Equal(
            (2, 75m),
            (
                results.Entries.Single(result => result.Entry.Code == EntryCode.Parse("E1")).Judges,
                results.Entries.Single(result => result.Entry.Code == EntryCode.Parse("E1")).Average!.Value));
        Assert.Equal(new[] { first, "ก" }.Order(StringComparer.Ordinal), results.Judges.Select(judge => judge.Text));
        Assert.Same(book.Sheet(EntryCode.Parse("E1"), JudgeName.Parse(first)), book.Sheet(EntryCode.Parse("E1"), JudgeName.Parse(second)));
        Assert.Equal(["E2 ก"], book.Missing().Select(gap => $"{gap.EntryCode} {gap.Judge}"));
        Assert.Equal(results.Judges, book.Scores().Select(score => score.Judge).Distinct().OrderBy(judge => judge.Text, StringComparer.Ordinal));
    }

    [Fact]
    public void A_named_judge_is_spelled_as_the_definition_has_it()
    {
        var definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("Dr. Smith")), new Judge(JudgeName.Parse("ก"))] };
        var book = new ScoreBook(
            definition,
            [TestCycle.Entry("E1")],
            [.. Scores("E1", "dr. smith", 50, 30, 20), .. Scores("E1", "ก", 25, 15, 10), .. Scores("E1", "DR. SMITH", 50, 30, 20)]);
        Assert.Empty(book.Missing());
        Assert.Equal(["Dr. Smith", "ก"], book.Judges.Select(judge => judge.Text));
        Assert.Equal((75m, 2), (book.Results(provisional: true).Entries[0].Average!.Value, book.Results(provisional: true).Entries[0].Judges));
        Assert.Equal(["Dr. Smith", "ก"], new ScoreStatistics(definition, book).Of(provisional: true, null).Judges.Select(judge => judge.Judge.Text));
        var again = new ScoreBook(definition, book.Entries, book.Scores());
        Assert.Equal(book.Scores(), again.Scores());
    }

    [Fact]
    public void Ranks_count_the_entries_with_a_better_average() => Prop
        .ForAll(Gen.Choose(0, 100).NonEmptyListOf().ToArbitrary(), totals =>
        {
            var codes = totals.Select((_, i) => $"E{i}").ToArray();
            var book = Book(
                codes, [.. totals.Select((total, i) => Scores(codes[i], "ก", Math.Min(50, total), Math.Clamp(total - 50, 0, 30), Math.Max(0, total - 80)))]);
            var results = book.Results(provisional: false).Entries;
            return results.All(result => result.Rank == 1 + results.Count(other => other.Average > result.Average));
        })
        .QuickCheckThrowOnFailure();

    private static ScoreBook Book(string[] codes, params IEnumerable<Score>[] scores) =>
        new(TestCycle.Definition, [.. codes.Select(TestCycle.Entry)], scores.SelectMany(each => each));

    private static IEnumerable<Score> Scores(string entry, string judge, params decimal[] points) => TestCycle.Scores(entry, judge, points);
}
