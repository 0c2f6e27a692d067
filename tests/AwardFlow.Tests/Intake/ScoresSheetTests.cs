using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using static AwardFlow.Tests.Intake.SheetTexts;

namespace AwardFlow.Tests.Intake;

public class ScoresSheetTests
{
    [Fact]
    public void Long_form_has_a_row_a_score() => Assert.Equal(
        [new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "A", 45.5m, "ดี"), new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "B", 30m, "")],
        Read("entry_code,judge,criterion,score,comment", "E1,ก,A,45.5,ดี", "E1,ก,B,30,"));

    [Fact]
    public void Wide_form_has_a_column_a_criterion_and_keeps_the_comment_once() => Assert.Equal(
        [
            new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "A", 45.5m, "ดี"),
            new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "B", 30m, ""),
            new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "C", 0m, ""),
        ],
        Read("entry_code,judge,comment,A,B,C", "E1,ก,ดี,45.5,30,0"));

    [Fact]
    public void Thai_headers_and_Thai_digits() => Assert.Equal(
        [new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "A", 45.5m, "")],
        Read("รหัสผลงาน,กรรมการ,เกณฑ์,คะแนน,ข้อเสนอแนะ", "E๑,ก,A,๔๕.๕,-"));

    [Fact]
    public void Codes_are_the_same_in_any_case() => Assert.Equal(
        [new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "A", 1m, "")], Read("entry_code,judge,criterion,score", "e1,ก,a,1"));

    [Fact]
    public void Blank_cells_and_dashes_are_missing_scores_not_noughts() => Assert.Equal(
        [new Score(EntryCode.Parse("E1"), JudgeName.Parse("ก"), "B", 3m, "ดี")], Read("entry_code,judge,A,B,C,comment", "E1,ก,,3,-,ดี"));

    [Fact]
    public void Spaces_and_invisible_characters_in_names_do_not_make_two_judges() =>
        Assert.Equal(
            ["สม ชาย"], Read("entry_code,judge,criterion,score", "E1, สม  ชาย ,A,1", "E1,สม\u00a0ชาย\u200b,B,1").Select(score => score.Judge.Text).Distinct());

    [Theory]
    [InlineData("dr. smith", "Dr. Smith")]
    [InlineData("น้ำทิพย์", "นํ้าทิพย์")]
    public void Case_and_ways_of_typing_a_mark_do_not_make_two_judges(string first, string second)
    {
        Assert.Equal([first], Read("entry_code,judge,criterion,score", $"E1,{first},A,1", $"E2,{second},A,1").Select(score => score.Judge.Text).Distinct());
        Assert.Equal(
            [$"3 score '2': judge '{first}' scored entry E1 for criterion A in row 2 too"],
            Problems(() => Read("entry_code,judge,criterion,score", $"E1,{first},A,1", $"E1,{second},A,2")));
    }

    [Theory]
    [InlineData("E9,ก,A,1", "2 entry_code 'E9': is not an entry of this cycle")]
    [InlineData("E1,ก,Z,1", "2 criterion 'Z': is not a criterion of this cycle; they are A, B, C")]
    [InlineData("E1,ก,A,-1", "2 score '-1': is not from 0 to 50, the maximum of criterion A")]
    [InlineData("E1,ก,A,50.01", "2 score '50.01': is not from 0 to 50, the maximum of criterion A")]
    [InlineData("E1,ก,A,ดีมาก", "2 score 'ดีมาก': is not a number")]
    [InlineData("E1,ก,A,1e3", "2 score '1e3': is not a number")]
    [InlineData("E1,ก,A,\"1,000\"", "2 score '1,000': is not a number; if the comma stands before the decimals, write 1.000")]
    [InlineData("E1,,A,1", "2 judge '': is blank; type the judge's name")]
    public void A_bad_row_names_row_column_value_and_problem(string row, string problem) =>
        Assert.Equal([problem], Problems(() => Read("entry_code,judge,criterion,score", row)));

    [Fact]
    public void A_judge_twice_for_one_criterion_in_one_file_is_refused() => Assert.Equal(
        ["3 score '2': judge 'ก' scored entry E1 for criterion A in row 2 too"],
        Problems(() => Read("entry_code,judge,criterion,score", "E1,ก,A,1", "E1,ก,A,2")));

    [Fact]
    public void A_judge_twice_in_wide_form_is_refused_too() => Assert.Equal(
        3, Problems(() => Read("entry_code,judge,A,B,C", "E1,ก,1,1,1", "E1,ก,2,2,2")).Count);

    [Fact]
    public void A_wide_sheet_needs_a_column_for_each_criterion() => Assert.Equal(
        ["1 C '': the column is missing; a sheet has a column for each criterion, or the columns 'criterion' and 'score'"],
        Problems(() => Read("entry_code,judge,A,B", "E1,ก,1,1")));

    [Fact]
    public void A_sheet_without_a_judge_column_is_refused() => Assert.Equal(
        ["1 judge '': the column is missing; name it 'judge' or 'กรรมการ'"], Problems(() => Read("entry_code,criterion,score", "E1,A,1")));

    [Fact]
    public void A_sheet_of_blank_scores_is_refused() =>
        Assert.Equal("The sheet has no scores.", Assert.Throws<UploadRefusedException>(() => Read("entry_code,judge,A,B,C", "E1,ก,,-,")).Message);

    private static List<Score> Read(params string[] lines)
    {
        var scores = new List<Score>();
        var sheet = new ScoresSheet(TestCycle.Definition, [TestCycle.Entry("E1"), TestCycle.Entry("E2")], ColumnMapping.None, new Problems())
        {
            Take = scores.Add,
        };
        sheet.Read(new NamedSheet("", () => Csv(lines)));
        sheet.Finish();
        return scores;
    }
}
