using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Scoring;

/// <summary>Weights, conflicts of interest, the minimum of judges, and scores that stand out.</summary>
public class ScoringRulesTests
{
    [Fact]
    public void A_weight_multiplies_a_criterions_scores_exactly()
    {
        var definition = TestCycle.Definition with
        {
            Rubric = [new Category(
                "1", "ก", [new Criterion("A", "ก", 50) { Weight = 1.5m }, new Criterion("B", "ข", 30), new Criterion("C", "ค", 20) { Weight = 0.1m }])],
        };
        Assert.Equal((107.0m, 33.33m * 1.5m + 10 + 0.5m), (definition.HighestTotal(), Total(definition, 33.33m, 10, 5)));
        Assert.Equal(60.50m, Result(definition, TestCycle.Scores("E1", "ก", 33.33m, 10, 5)).Average);
    }

    [Fact]
    public void A_judge_who_may_not_score_an_entry_is_left_out_of_its_average_only()
    {
        var definition = TestCycle.Definition with
        {
            Judges = [new Judge(JudgeName.Parse("ก")), new Judge(JudgeName.Parse("ข")) { MayNotScore = [EntryCode.Parse("e๑")] }],
        };
        Score[] scores =
        [
            .. TestCycle.Scores("E1", "ก", 40, 20, 10),
            .. TestCycle.Scores("E1", "ข", 50, 30, 20),
            .. TestCycle.Scores("E2", "ข", 50, 30, 20),
            .. TestCycle.Scores("E2", "ก", 40, 20, 10),
        ];
        var book = Book(definition, scores);
        Assert.Equal(
            [("E2", 85m, 2), ("E1", 70m, 1)],
            book.Results(provisional: true).Entries.Select(result => (result.Entry.Code.Text, result.Average!.Value, result.Judges)));
        Assert.Empty(book.Missing());
        Assert.Equal(12, book.Scores().Count());
        Assert.Equal(
            [("ก", 2, 0), ("ข", 1, 1)],
            new ScoreStatistics(definition, book).Of(provisional: true, null).Judges.Select(judge => (judge.Judge.Text, judge.Entries, judge.LeftOut)));
    }

    [Fact]
    public void Scores_that_a_changed_definition_knows_no_more_do_not_count_and_bring_nothing_older_back()
    {
        Score[] scores = [.. TestCycle.Scores("E1", "ก", 40, 20, 10), .. TestCycle.Scores("E1", "ก", 50, 20, 10), .. TestCycle.Scores("E1", "ข", 30, 20, 10)];
        var lowered = TestCycle.Definition with
        {
            Rubric = [new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 45), new Criterion("B", "วัดผลได้", 30)])],
        };
        var book = Book(lowered, scores);
        Assert.Null(book.Points(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "A"));
        Assert.Equal((3, 50m), (book.Count, Result(lowered, scores).Average!.Value));
        Assert.Equal(80m, Result(TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("ก"))] }, scores).Average);
    }

    [Fact]
    public void With_fewer_judges_than_wanted_there_is_no_average()
    {
        var definition = TestCycle.Definition with { MinimumJudges = 2 };
        var alone = Result(definition, TestCycle.Scores("E1", "ก", 40, 20, 10));
        Assert.Equal((1, null, null, null), (alone.Judges, alone.Average, alone.Rank, alone.Passed));
        Assert.Equal(70m, Result(definition, [.. TestCycle.Scores("E1", "ก", 40, 20, 10), .. TestCycle.Scores("E1", "ข", 40, 20, 10)]).Average);
    }

    [Fact]
    public void The_trimmed_mean_is_over_the_judges_who_count()
    {
        var definition = TestCycle.Definition with
        {
            Average = AverageMethod.TrimmedMean,
            Judges =
            [
                .. "กขคงจ".Select(name => new Judge(JudgeName.Parse($"{name}"))), new Judge(JudgeName.Parse("ฉ")) { MayNotScore = [EntryCode.Parse("E1")] },
            ],
        };
        Score[] scores = [.. "กขคงจฉ".SelectMany((name, i) => TestCycle.Scores("E1", $"{name}", i * 10, 0, 0))];
        Assert.Equal((20m, 5), (Result(definition, scores).Average!.Value, Result(definition, scores).Judges));
    }

    [Fact]
    public void With_the_trimmed_mean_the_criteria_are_over_the_judges_who_are_kept()
    {
        var definition = TestCycle.Definition with { Average = AverageMethod.TrimmedMean };
        Score[] scores = [.. TestCycle.Scores("E1", "ก", 0, 0, 0), .. TestCycle.Scores("E1", "ข", 30, 10, 10), .. TestCycle.Scores("E1", "ค", 50, 30, 20)];
        var result = Result(definition, scores);
        Assert.Equal(50m, result.Average);
        Assert.Equal([30m, 10m, 10m], result.Criteria.Select(criterion => criterion.Average));
    }

    [Fact]
    public void Of_equal_totals_the_trimmed_mean_drops_the_same_judge_however_scores_came()
    {
        var definition = TestCycle.Definition with { Average = AverageMethod.TrimmedMean };
        Score[] scores = [.. TestCycle.Scores("E1", "ค", 20, 30, 0), .. TestCycle.Scores("E1", "ก", 50, 0, 0), .. TestCycle.Scores("E1", "ข", 40, 10, 0)];
        foreach (var order in new[] { scores, [.. scores.Reverse()] })
        {
            Assert.Equal([40m, 10m, 0m], Result(definition, order).Criteria.Select(criterion => criterion.Average));
        }
    }

    [Fact]
    public void Criteria_with_weights_say_what_they_count_so_that_they_sum_to_the_average()
    {
        var definition = TestCycle.Definition with
        {
            Rubric = [new Category("1", "ก", [new Criterion("A", "ก", 50) { Weight = 7 }, new Criterion("B", "ข", 30), new Criterion("C", "ค", 20)])],
        };
        Score[] scores = [.. TestCycle.Scores("E1", "ก", 10, 1, 1), .. TestCycle.Scores("E1", "ข", 10, 1, 1), .. TestCycle.Scores("E1", "ค", 11, 1, 1)];
        var result = Result(definition, scores);
        Assert.Equal((74.33m, 10.33m, 72.33m), (result.Average!.Value, result.Criteria[0].Average, result.Criteria[0].Weighted));
        Assert.Null(result.Criteria[1].Weighted);
    }

    [Fact]
    public void Named_judges_are_missing_until_they_scored()
    {
        var definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("ก")), new Judge(JudgeName.Parse("ข"))] };
        Assert.Equal(["E1 ข", "E2 ก", "E2 ข"], Book(definition, TestCycle.Scores("E1", "ก", 1, 1, 1)).Missing().Select(gap => $"{gap.EntryCode} {gap.Judge}"));
    }

    [Fact]
    public void The_frozen_scores_are_in_one_order_however_they_came()
    {
        Score[] scores = [.. TestCycle.Scores("E1", "ก", 1, 2, 3), .. TestCycle.Scores("E2", "ข", 4, 5, 6), .. TestCycle.Scores("E1", "ข", 7, 8, 9)];
        Assert.Equal(Book(TestCycle.Definition, scores).Scores(), Book(TestCycle.Definition, scores.Reverse()).Scores());
    }

    [Theory]
    [InlineData(new[] { 80, 81, 79, 80, 20 }, new[] { 4 })]
    [InlineData(new[] { 80, 80, 80, 80, 50 }, new[] { 4 })]
    [InlineData(new[] { 80, 81, 79, 80, 84 }, new int[0])]
    [InlineData(new[] { 60, 70, 80, 90, 100 }, new int[0])]
    [InlineData(new[] { 0, 100 }, new int[0])]
    [InlineData(new[] { 70, 70, 70 }, new int[0])]
    public void A_score_far_from_the_others_stands_out_and_is_only_marked(int[] totals, int[] places) =>
        Assert.Equal(places, StandoutScores.Of([.. totals.Select(total => (decimal)total)], 100, out _).Select(standout => standout.Place));

    [Fact]
    public void Leniency_is_how_far_a_judge_is_above_the_others()
    {
        Score[] scores = [.. TestCycle.Scores("E1", "ก", 10, 0, 0), .. TestCycle.Scores("E1", "ข", 20, 0, 0), .. TestCycle.Scores("E1", "ค", 30, 0, 0)];
        var statistics = new ScoreStatistics(TestCycle.Definition, Book(TestCycle.Definition, scores)).Of(provisional: true, null);
        Assert.Equal([("ก", -15m), ("ข", 0m), ("ค", 15m)], statistics.Judges.Select(judge => (judge.Judge.Text, judge.Leniency!.Value)));
        Assert.Equal(
            (10m, 30m, 20m, 10.0),
            (
                statistics.Entries[0].Lowest!.Value,
                statistics.Entries[0].Highest!.Value,
                statistics.Entries[0].Range!.Value,
                statistics.Entries[0].StandardDeviation!.Value));
    }

    private static decimal Total(CycleDefinition definition, params decimal[] points) =>
        definition.Criteria().Zip(points, (criterion, given) => criterion.Weighted(given)).Sum();

    private static EntryResult Result(CycleDefinition definition, IEnumerable<Score> scores) =>
        new ScoreBook(definition, [TestCycle.Entry("E1")], scores).Results(provisional: true).Entries.Single();

    private static ScoreBook Book(CycleDefinition definition, IEnumerable<Score> scores) =>
        new(definition, [TestCycle.Entry("E1"), TestCycle.Entry("E2")], scores);
}
