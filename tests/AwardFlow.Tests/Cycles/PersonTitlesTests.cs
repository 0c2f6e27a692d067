using AwardFlow.Cycles;

namespace AwardFlow.Tests.Cycles;

public class PersonTitlesTests
{
    [Theory]
    [InlineData("นายสมชาย ใจดี")]
    [InlineData("นาย สมชาย  ใจดี")]
    [InlineData("ดร.สมชาย ใจดี")]
    [InlineData("ผศ.ดร. สมชาย ใจดี")]
    [InlineData("รองศาสตราจารย์ ดร.สมชาย ใจดี")]
    [InlineData("พ.ต.อ.สมชาย ใจดี")]
    [InlineData("พล.ต.ต. ดร. สมชาย ใจดี")]
    [InlineData("ว่าที่ร้อยตรี สมชาย ใจดี")]
    [InlineData("นพ.สมชาย ใจดี")]
    [InlineData("นายแพทย์สมชาย ใจดี")]
    [InlineData("ม.ล.สมชาย ใจดี")]
    [InlineData("คุณสมชาย ใจดี")]
    [InlineData("อาจารย์สมชาย ใจดี")]
    [InlineData("อ.สมชาย ใจดี")]
    [InlineData("นายสมชาย ใจดี (ประธานกรรมการ)")]
    [InlineData("สมชาย ใจดี, Ph.D.")]
    public void With_a_title_or_without_it_is_the_same_person(string name) => Assert.Equal(JudgeName.Parse("สมชาย ใจดี"), JudgeName.Parse(name));

    [Theory]
    [InlineData("กรรมการ ๑")]
    [InlineData("กรรมการคนที่ 1")]
    [InlineData("กรรมการท่านที่ ๑")]
    [InlineData("กรรมการที่ 1")]
    public void A_number_is_the_same_judge_s_however_it_is_written(string name) => Assert.Equal(JudgeName.Parse("กรรมการ 1"), JudgeName.Parse(name));

    [Theory]
    [InlineData("พล.ต.ต.หญิง สมหญิง ใจดี", "สมหญิง ใจดี")]
    [InlineData("Prof. Dr. Jane Smith", "jane smith")]
    [InlineData("Asst. Prof. Jane Smith", "Jane Smith")]
    public void Of_women_and_in_English_too(string name, string bare) => Assert.Equal(JudgeName.Parse(bare), JudgeName.Parse(name));

    [Theory]
    [InlineData("นายิกา สุขใจ", "ิกา สุขใจ")]
    [InlineData("คุณากร สุขใจ", "ากร สุขใจ")]
    [InlineData("Drew Smith", "ew Smith")]
    [InlineData("หญิง ใจดี", "ใจดี")]
    [InlineData("กรรมการ 1", "กรรมการ 2")]
    [InlineData("ดร.", "ผศ.")]
    [InlineData("ผู้ทรงคุณวุฒิ (ม.เชียงใหม่)", "ผู้ทรงคุณวุฒิ (ม.ขอนแก่น)")]
    [InlineData("ผู้แทน (กรมส่งเสริมการปกครองท้องถิ่น)", "ผู้แทน (สำนักงาน ก.พ.ร.)")]
    public void A_name_that_begins_like_a_title_is_a_name(string one, string other) => Assert.NotEqual(JudgeName.Parse(one), JudgeName.Parse(other));
}
