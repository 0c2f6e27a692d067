using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Tests.Corpus;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Intake;

/// <summary>Who scored a sheet, and who is one person.</summary>
public class SheetJudgeTests
{
    private const string NoJudge = "entry_code,k1,k2,k3";
    private const string Wide = "entry_code,judge,k1,k2,k3";
    private static readonly UploadOptions Asked = new() { Judge = "นายสมชาย ใจดี" };

    [Theory]
    [InlineData("กรรมการ: นาย ก ข  วันที่: 15 ต.ค. 64", "นาย ก ข")]
    [InlineData("กรรมการ: ...นายสมชาย ใจดี.......", "นายสมชาย ใจดี")]
    [InlineData("กรรมการ: นายสมชาย ใจดี ลงชื่อ .......", "นายสมชาย ใจดี")]
    [InlineData("กรรมการ:,นายสมชาย ใจดี,วันที่:,15", "นายสมชาย ใจดี")]
    [InlineData("กรรมการคนที่ 1 (นายสมชาย ใจดี)", "นายสมชาย ใจดี")]
    [InlineData("ชื่อกรรมการ สมชาย ใจดี", "สมชาย ใจดี")]
    [InlineData("กรรมการ พล.ต.ท. สมชาย ใจดี", "พล.ต.ท. สมชาย ใจดี")]
    public void The_name_behind_its_label_ends_at_the_next(string above, string judge) =>
        Assert.StartsWith($"LG-001,{judge},", OfficeSheet.Scores(above, NoJudge, "LG-001,20,5,10").Rows[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("กรรมการ:,,วันที่:")]
    [InlineData("กรรมการ: ........ วันที่ .....")]
    [InlineData("กรรมการ: ...............")]
    [InlineData("กรรมการ พลังงานและสิ่งแวดล้อม")]
    [InlineData("กรรมการ: วันที่ 15 ต.ค. 64")]
    public void A_dotted_line_and_the_next_label_are_no_name(string above) =>
        Assert.StartsWith(
            "2 judge '': the column is missing", Assert.Single(OfficeSheet.Scores(above, NoJudge, "LG-001,20,5,10").Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("กรรมการ")]
    [InlineData("Judge")]
    [InlineData("คณะกรรมการ")]
    [InlineData("ปี 2564")]
    [InlineData("เทศบาล")]
    [InlineData("Template")]
    [InlineData("ต้นฉบับ")]
    [InlineData("แก้ไขแล้ว")]
    [InlineData("Sheet1 แก้ไข")]
    [InlineData("ตุลาคม 2564")]
    [InlineData("Foglio1")]
    [InlineData("Problems")]
    [InlineData("ข้อผิดพลาด")]
    public void A_sheet_s_name_that_is_no_person_s_is_not_the_judge(string sheet) =>
        Assert.StartsWith("1 judge '': the column is missing", Assert.Single(Named(sheet).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("สมชาย ใจดี")]
    [InlineData("ดร.สมชาย")]
    [InlineData("นายสมชาย")]
    [InlineData("กรรมการ 1")]
    [InlineData("กรรมการคนที่ 2")]
    [InlineData("John Smith")]
    public void A_sheet_s_name_that_is_a_person_s_is(string sheet) => Assert.Equal(3, Named(sheet).Rows.Length);

    [Fact]
    public void A_sheet_s_name_that_is_a_known_judge_s_is()
    {
        var workbook = new RawWorkbook().Sheet(Row(1, "entry_code", "k1", "k2", "k3") + Row(2, "LG-001", 20, 5, 10), "สมชาย").ToBytes();
        Assert.Single(OfficeSheet.Of(UploadKind.Scores, workbook, new UploadOptions(), OfficeCycle.Context).Problems);
        Assert.Equal(
            3, OfficeSheet.Of(UploadKind.Scores, workbook, new UploadOptions(), OfficeCycle.Context with { Judges = [JudgeName.Parse("สมชาย")] }).Rows.Length);
    }

    [Fact]
    public void A_blank_column_of_judges_is_none_where_the_sender_says_who()
    {
        Assert.Equal("LG-001,นายสมชาย ใจดี,k1,20,", OfficeSheet.Scores(Asked, Wide, "LG-001,,20,5,10").Rows[0]);
        Assert.Equal("LG-001,นายสมชาย ใจดี,k1,20,", OfficeSheet.Scores("กรรมการ: นายสมชาย ใจดี,,,,", Wide, "LG-001,,20,5,10").Rows[0]);
        Assert.Equal(["2 judge '': is blank; type the judge's name"], OfficeSheet.Scores(Wide, "LG-001,,20,5,10").Problems);
        Assert.Equal(
            ["2 judge '': is blank; type the judge's name"], OfficeSheet.Scores(Asked, Wide, "LG-001,,20,5,10", "LG-002,นางสมหญิง ดีงาม,20,5,10").Problems);
    }

    [Fact]
    public void A_judge_in_the_column_who_is_not_the_one_that_was_said_is_named() =>
        Assert.Equal(
            ["1 judge 'นางสมหญิง ดีงาม': is another judge than you said; what stands in the sheet's column of judges was taken"],
            OfficeSheet.Scores(Asked, Wide, "LG-002,นางสมหญิง ดีงาม,20,5,10").Warnings);

    [Theory]
    [InlineData("ดร สมชาย ใจดี")]
    [InlineData("ผศ ดร สมชาย ใจดี")]
    [InlineData("น.อ.สมชาย ใจดี ร.น.")]
    [InlineData("1. นายสมชาย ใจดี")]
    [InlineData("นายสมชาย ใจดี (ม.เชียงใหม่)")]
    [InlineData("ประธาน สมชาย ใจดี")]
    [InlineData("Asst.Prof.Dr. สมชาย ใจดี")]
    [InlineData("Asst Prof Dr สมชาย ใจดี")]
    [InlineData("พ.ต.ท สมชาย ใจดี")]
    public void Titles_numbers_and_places_do_not_make_another_judge(string name) => Assert.Equal(JudgeName.Parse("สมชาย ใจดี"), JudgeName.Parse(name));

    [Theory]
    [InlineData("น.ส สมหญิง ดีใจ", "สมหญิง ดีใจ")]
    public void A_title_may_lack_its_last_point(string name, string other) => Assert.Equal(JudgeName.Parse(other), JudgeName.Parse(name));

    [Theory]
    [InlineData("กรรมการ ก", "ก")]
    [InlineData("กรรมการ 1", "1")]
    [InlineData("สมชาย ใจดี (1)", "สมชาย ใจดี (2)")]
    [InlineData("ดรุณี ใจดี", "ณี ใจดี")]
    [InlineData("ศ สมชาย", "สมชาย")]
    public void Names_that_only_look_so_are_others(string name, string other) => Assert.NotEqual(JudgeName.Parse(other), JudgeName.Parse(name));

    [Theory]
    [InlineData("สมชาย ใจดี", "สมชาย ใจดี มากมี", 1)]
    [InlineData("สมชาย รักษ์ ใจดี", "สมชาย ใจดี", 1)]
    [InlineData("สมชาย ใจดี", "สมชาย ใจดี (ลำปาง)", 1)]
    [InlineData("สมชาย ใจดี", "วิชัย ใจดี", 0)]
    [InlineData("สมชาย ใจดี", "วิชัย รักดี", 0)]
    public void A_name_that_has_all_words_of_another_is_named(string one, string other, int warnings) =>
        Assert.Equal(warnings, OfficeSheet.Scores(Wide, $"LG-001,{one},20,5,10", $"LG-001,{other},20,5,10").Warnings.Length);

    [Fact]
    public void Scores_that_are_withdrawn_are_said_not_to_count()
    {
        Withdrawal Of(string entry, string? judge) => new(EntryCode.Parse(entry), judge is null ? null : JudgeName.Parse(judge), "", "", default);
        var context = OfficeCycle.Context with { Withdrawn = new WithdrawnScores([Of("LG-001", null), Of("LG-002", "ก ข")]) };
        var text = System.Text.Encoding.UTF8.GetBytes($"{Wide}\nLG-001,ก ข,20,5,10\nLG-002,ก ข,20,5,10\nLG-003,ก ข,20,5,10");
        Assert.Equal(
            [
                "2 entry_code 'LG-001': entry LG-001 is withdrawn: its scores are kept and do not count until it is put back",
                "3 judge 'ก ข': the scores of judge 'ก ข' for entry LG-002 are withdrawn: they are kept and do not count until they are put back",
            ],
            OfficeSheet.Of(UploadKind.Scores, text, new UploadOptions(), context).Warnings);
    }

    private static OfficeSheet Named(string sheet) =>
        OfficeSheet.Scores(new RawWorkbook().Sheet(Row(1, "entry_code", "k1", "k2", "k3") + Row(2, "LG-001", 20, 5, 10), sheet));
}
