using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using static AwardFlow.TestKit.TestCycle;

namespace AwardFlow.Tests.Scoring;

public class WithdrawalTests
{
    private static readonly EntryCode First = EntryCode.Parse("E1");
    private static readonly EntryCode Second = EntryCode.Parse("E2");

    [Fact]
    public void A_withdrawn_entry_has_no_average_no_rank_and_lacks_nothing()
    {
        var book = Book([Of(First)]);
        var results = book.Results(provisional: false);
        var withdrawn = results.Entries.Single(result => result.Entry.Code == First);
        Assert.Equal((null, null, null, true), (withdrawn.Average, withdrawn.Rank, withdrawn.Passed, withdrawn.Withdrawn));
        Assert.Equal(1, results.Entries.Single(result => result.Entry.Code == Second).Rank);
        Assert.Empty(book.Missing());
    }

    [Fact]
    public void Its_scores_stay_as_evidence() => Assert.Equal(12, Book([Of(First)]).Scores().Count());

    [Fact]
    public void A_judges_withdrawn_scores_of_an_entry_do_not_count_in_it_and_do_in_others()
    {
        var book = Book([Of(Second, "ก")]);
        Assert.Equal(50m, book.Results(provisional: false).Entries.Single(result => result.Entry.Code == First).Average);
        Assert.Equal(60m, book.Results(provisional: false).Entries.Single(result => result.Entry.Code == Second).Average);
        Assert.Empty(book.Missing());
    }

    [Fact]
    public void Results_without_withdrawals_say_nothing_of_them() => Assert.Null(Book([]).Results(provisional: false).Withdrawals);

    [Fact]
    public void What_is_put_back_counts_again()
    {
        Upload[] history = [Entry(1, UploadKind.Withdrawal, null), Entry(2, UploadKind.Withdrawal, "ก"), Entry(3, UploadKind.Restoration, null)];
        Assert.Equal([(First, JudgeName.Parse("ก"))], Withdrawal.Of(history).Select(each => (each.EntryCode, each.Judge!)));
    }

    private static Upload Entry(int number, UploadKind kind, string? judge) =>
        new() { Number = number, Kind = kind, EntryCode = First, Judge = judge is null ? null : JudgeName.Parse(judge), Reason = "ขอถอนตัว", By = "officer" };

    private static Withdrawal Of(EntryCode entry, string? judge = null) =>
        new(entry, judge is null ? null : JudgeName.Parse(judge), "ขอถอนตัว", "officer", ClosesAt);

    private static ScoreBook Book(IReadOnlyList<Withdrawal> withdrawals) => new(
        Definition, [TestCycle.Entry("E1"), TestCycle.Entry("E2")],
        [.. Scores("E1", "ก", 25, 15, 10), .. Scores("E1", "ข", 25, 15, 10), .. Scores("E2", "ก", 50, 30, 20), .. Scores("E2", "ข", 30, 18, 12)], withdrawals);
}
