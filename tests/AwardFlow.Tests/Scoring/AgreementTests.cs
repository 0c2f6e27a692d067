using AwardFlow.Scoring;

namespace AwardFlow.Tests.Scoring;

public class AgreementTests
{
    // P. E. Shrout and J. L. Fleiss, "Intraclass Correlations", Psychological Bulletin 86 (1979), table 2: six targets,
    // four judges. Table 4 has ICC(2,1) = .29 and ICC(2,4) = .62.
    [Fact]
    public void Reliability_is_that_of_the_published_example()
    {
        var agreement = Agreement.Of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);
        Assert.Equal((0.29, 0.62), (Math.Round(agreement.IntraclassCorrelation!.Value, 2), Math.Round(agreement.IntraclassCorrelationOfMean!.Value, 2)));
    }

    // S. Siegel, Nonparametric Statistics (1956), chapter 9: three executives rank six applicants; s = 25.5, W = .16.
    [Fact]
    public void Concordance_is_that_of_the_published_example()
    {
        var agreement = Agreement.Of([[1, 1, 6], [6, 5, 3], [3, 6, 2], [2, 4, 5], [5, 2, 4], [4, 3, 1]]);
        Assert.Equal(25.5 / 157.5, agreement.KendallW!.Value, 12);
        Assert.Equal(3 * 5 * 25.5 / 157.5, agreement.ChiSquare!.Value, 12);
    }

    [Fact]
    public void Judges_who_rank_alike_agree_whatever_their_points() =>
        Assert.Equal(1, Agreement.Of([[10, 55], [20, 56], [20, 56], [40, 99]]).KendallW!.Value, 12);

    [Fact]
    public void Two_judges_who_rank_the_other_way_round_do_not() => Assert.Equal(0, Agreement.Of([[1, 3], [2, 2], [3, 1]]).KendallW!.Value, 12);

    [Fact]
    public void Judges_who_tell_no_entry_from_another_have_no_concordance() => Assert.Null(Agreement.Of([[5, 7], [5, 7], [5, 7]]).KendallW);

    [Fact]
    public void One_judge_or_one_entry_has_no_agreement()
    {
        Assert.Null(Agreement.Of([[1], [2]]).KendallW);
        Assert.Null(Agreement.Of([[1, 2]]).IntraclassCorrelation);
        Assert.Null(Agreement.Of([]).KendallW);
    }
}
