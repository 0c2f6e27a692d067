using AwardFlow.Tests.Corpus;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Intake;

/// <summary>Columns that look like the scores and are something else, and cells that mean more than they hold.</summary>
public class MeantColumnsTests
{
    [Fact]
    public void Beside_the_score_that_was_given_the_other_score_is_mostly_the_maximum_so_a_person_is_asked()
    {
        var read = OfficeSheet.Scores(
            "รหัสผลงาน,กรรมการ,เกณฑ์,คะแนน,คะแนนที่ได้", "LG-001,นาย ก,k1,30,20", "LG-001,นาย ก,k2,25.5,18", "LG-001,นาย ก,k3,44.5,40");
        Assert.Empty(read.Rows);
        Assert.Contains("คะแนน, คะแนนที่ได้", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Below_each_criterion_its_maximum_is_passed_over_and_what_was_given_counts()
    {
        var read = OfficeSheet.Scores(
            "รหัสผลงาน,กรรมการ,k1,,k2,,k3,,ข้อเสนอแนะ",
            ",,คะแนนเต็ม,คะแนนที่ได้,คะแนนเต็ม,คะแนนที่ได้,คะแนนเต็ม,คะแนนที่ได้,",
            "LG-001,นาย ก,30,20,25.5,18,44.5,40,ดี");
        Assert.Equal(["LG-001,นาย ก,k1,20,ดี", "LG-001,นาย ก,k2,18,", "LG-001,นาย ก,k3,40,"], read.Rows);
    }

    [Theory]
    [InlineData("อันดับ")]
    [InlineData("ร้อยละ")]
    [InlineData("%")]
    [InlineData("เฉลี่ยกรรมการ 3 คน")]
    [InlineData("ถ่วงน้ำหนัก")]
    [InlineData("ปี 2563")]
    [InlineData("average")]
    public void What_is_in_brackets_may_say_that_the_numbers_are_no_points(string other) =>
        Assert.Equal(3, OfficeSheet.Scores($"รหัสผลงาน,กรรมการ,k1 ({other}),k2 ({other}),k3 ({other})", "LG-001,ก,1,2,1").Problems.Length);

    [Theory]
    [InlineData("30 คะแนน", "20 คะแนน")]
    [InlineData("ร้อยละ 30", "น้ำหนัก 25.5")]
    [InlineData("30%", "SDG 13")]
    public void A_number_in_brackets_is_the_maximum_still(string first, string second) =>
        Assert.Equal(3, OfficeSheet.Scores($"รหัสผลงาน,กรรมการ,k1 ({first}),k2 ({second}),k3", "LG-001,ก ข,1,2,1").Rows.Length);

    [Fact]
    public void A_reason_beside_its_criterion_is_no_second_column_of_scores()
    {
        var read = OfficeSheet.Scores("รหัสผลงาน,กรรมการ,ปัญหาที่ชี้ชัด (30 คะแนน),ปัญหาที่ชี้ชัด (เหตุผล),k2,k3", "LG-001,นาย ก,20,ชัดเจนดี,18,40");
        Assert.Equal(["LG-001,นาย ก,k1,20,", "LG-001,นาย ก,k2,18,", "LG-001,นาย ก,k3,40,"], read.Rows);
    }

    [Fact]
    public void Telephone_and_postal_address_that_are_merged_over_an_agency_s_works_count_for_each()
    {
        var read = OfficeSheet.Entries(new RawWorkbook().Sheet(
            Row(1, "entry_code", "project", "organisation", "addressee", "saraban_email", "province", "phone", "postal_address")
                + Row(2, "LG-001", "น้ำ", "เทศบาล", "นายก", null, "ตาก", "055 511 111", "ถนนหนึ่ง") + Row(3, "LG-002", "ไฟ"),
            after: $"""<mergeCells>{string.Concat("CDEFGH".Select(column => $"<mergeCell ref=\"{column}2:{column}3\"/>"))}</mergeCells>"""));
        Assert.Equal(2, read.Rows.Length);
        Assert.All(read.Rows, row => Assert.Contains("055 511 111", row, StringComparison.Ordinal));
        Assert.All(read.Rows, row => Assert.Contains("ถนนหนึ่ง", row, StringComparison.Ordinal));
    }
}
