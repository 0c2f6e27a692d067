using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Tests.Typesetting;

public class ThaiLineBreaksTests
{
    [Theory]
    [InlineData("ท้องถิ่นดิจิทัล ประจำปี", "ท้องถิ่น|ดิจิทัล |ประจำปี")]
    [InlineData("คณะกรรมการฯ ได้พิจารณา", "คณะกรรมการฯ |ได้|พิจารณา")]
    [InlineData("ขับเคลื่อนงานสารบรรณ", "ขับเคลื่อน|งาน|สารบรรณ")]
    [InlineData("อื่น ๆ เพื่อ", "อื่น ๆ |เพื่อ")]
    [InlineData("ถนน ตลาด ฯลฯ ที่", "ถนน |ตลาด ฯลฯ |ที่")]
    [InlineData("ประจำปี พ.ศ. ๒๕๖๔ ภายใต้", "ประจำปี |พ.ศ. ๒๕๖๔ |ภายใต้")]
    [InlineData("วันที่ ๑๕ ตุลาคม ๒๕๖๔ ขอ", "วันที่ ๑๕ ตุลาคม ๒๕๖๔ |ขอ")]
    [InlineData("คะแนน ๖๗.๙๒ คะแนน", "คะแนน ๖๗.๙๒ คะแนน")]
    [InlineData("สิ่งที่ส่งมาด้วย ๑ และ ๒", "สิ่งที่ส่งมาด้วย ๑ และ ๒")]
    [InlineData("LINE Official Account", "LINE |Official |Account")]
    [InlineData("(องค์การมหาชน)", "(องค์การมหาชน)")]
    [InlineData("ผลงาน/โครงการ", "ผลงาน/|โครงการ")]
    [InlineData("ประยุกต์เป็นกระบวนการดำเนินงาน", "ประยุกต์|เป็น|กระบวนการ|ดำเนินงาน")]
    [InlineData("โรงพยาบาลส่งเสริมสุขภาพตำบล", "โรงพยาบาล|ส่งเสริมสุขภาพ|ตำบล")]
    [InlineData("นำไปเป็นต้นแบบสอดคล้อง", "นำ|ไป|เป็น|ต้นแบบ|สอดคล้อง")]
    [InlineData("แบบบูรณาการด้วย", "แบบบูรณาการ|ด้วย")]
    public void Lines_end_between_words_only(string text, string broken)
    {
        int[] edges = [0, .. ThaiLineBreaks.Find(text), text.Length];
        Assert.Equal(broken, string.Join('|', edges.Zip(edges.Skip(1), (from, to) => text[from..to])));
    }
}
