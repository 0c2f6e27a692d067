using AwardFlow.Cycles;
using AwardFlow.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace AwardFlow.Tests.Scoring;

public class AveragesTests
{
    // Totals of judges as they occur: 0 to 100 in hundredths.
    private static readonly Arbitrary<decimal[]> Totals =
        Gen.Choose(0, 10_000).Select(hundredths => hundredths / 100m).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    private static decimal Trimmed(IReadOnlyList<decimal> totals) => Averages.Of(Averages.Kept(totals, total => total, _ => "", AverageMethod.TrimmedMean));

    [Fact]
    public void The_seed_letter_comes_out_as_67_92() =>
        Assert.Equal(67.92m, Averages.Of([68.5m, 71.0m, 64.6m, 66.5m, 69.0m]));

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("59.995", "60.00")]
    [InlineData("59.9949", "59.99")]
    public void Half_a_hundredth_rounds_away_from_zero(string total, string average) =>
        Assert.Equal(Parse(average), Averages.Of([Parse(total)]));

    [Fact]
    public void A_third_is_exact_to_the_last_digit_that_is_kept() =>
        Assert.Equal(33.33m, Averages.Of([0m, 0m, 100m]));

    [Fact]
    public void The_trimmed_mean_drops_one_highest_and_one_lowest() =>
        Assert.Equal(50m, Trimmed([0m, 49m, 51m, 100m]));

    [Fact]
    public void The_trimmed_mean_drops_only_one_of_equal_extremes() =>
        Assert.Equal(75m, Trimmed([50m, 50m, 100m, 100m]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void With_fewer_than_three_judges_nothing_is_dropped(int judges) =>
        Assert.Equal(Averages.Of(Enumerable.Range(1, judges).Select(i => (decimal)i).ToArray()),
            Trimmed(Enumerable.Range(1, judges).Select(i => (decimal)i).ToArray()));

    [Fact]
    public void No_total_has_no_average() => Assert.Throws<ArgumentException>(() => Averages.Of([]));

    [Fact]
    public void An_average_lies_between_the_lowest_and_the_highest_total() => Prop
        .ForAll(Totals, totals => Averages.Of(totals) is var average && average >= totals.Min() && average <= totals.Max())
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_judges_does_not_matter() => Prop
        .ForAll(Totals, totals => Trimmed(totals) == Trimmed(totals.Reverse().ToArray()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void An_average_is_off_by_at_most_half_a_hundredth() => Prop
        .ForAll(Totals, totals => Math.Abs(Averages.Of(totals) * totals.Length - totals.Sum()) <= 0.005m * totals.Length)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void One_point_more_for_every_judge_is_one_point_more_on_average() => Prop
        .ForAll(Totals, totals => Averages.Of(totals.Select(total => total + 1).ToArray()) == Averages.Of(totals) + 1)
        .QuickCheckThrowOnFailure();

    private static decimal Parse(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
