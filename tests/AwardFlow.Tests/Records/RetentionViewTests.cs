using AwardFlow.Cycles;
using AwardFlow.Records.Retention;
using AwardFlow.Web.Answers;

namespace AwardFlow.Tests.Records;

/// <summary>The page says the day on which something is erased, and no other.</summary>
public class RetentionViewTests
{
    private static readonly DateTimeOffset Over = TestCycle.ClosesAt.AddDays(10);
    private static readonly Cycle Completed = Cycle.New(TestCycle.Definition) with { State = CycleState.Completed, CompletedAt = Over };
    private static readonly RetentionSettings Rules = new() { CycleDays = 3653, TelephonesDays = 365, ScoresByJudgeDays = 60, DraftsDays = 90 };

    [Fact]
    public void A_cycle_is_kept_from_its_last_correction_and_the_rest_from_its_end()
    {
        var view = RetentionView.Of(Completed, Rules, Over.AddDays(5), []);
        Assert.Equal(
            (Over.AddDays(3658), Over.AddDays(365), Over.AddDays(60)),
            (Due(view, RetentionKind.Cycle), Due(view, RetentionKind.Telephones), Due(view, RetentionKind.ScoresByJudge)));
    }

    [Fact]
    public void While_a_correction_is_under_way_no_day_is_named_for_what_waits_for_it()
    {
        var view = RetentionView.Of(Completed, Rules, lastLetter: null, []);
        Assert.Equal(
            (null, null, Over.AddDays(60)), (Due(view, RetentionKind.Cycle), Due(view, RetentionKind.Telephones), Due(view, RetentionKind.ScoresByJudge)));
    }

    [Fact]
    public void Of_a_draft_there_is_its_own_day()
    {
        var draft = Cycle.New(TestCycle.Definition) with { State = CycleState.Draft, DefinitionAt = TestCycle.ClosesAt };
        var kind = Assert.Single(RetentionView.Of(draft, Rules, lastLetter: null, []).Kinds);
        Assert.Equal((RetentionKind.Drafts, 90, TestCycle.ClosesAt.AddDays(90)), (kind.Kind, kind.Days, kind.DueAt));
    }

    private static DateTimeOffset? Due(RetentionView view, string kind) => view.Kinds.Single(each => each.Kind == kind).DueAt;
}
