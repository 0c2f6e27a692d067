using System.Runtime.CompilerServices;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Tests.Typesetting;

public class WholeWordsTests
{
    [Theory]
    [InlineData("ผ่าน", "ของเทศบาล")]
    [InlineData("ระบบ", "เพื่อประชาชน")]
    [InlineData("", "")]
    public void No_line_ends_inside_a_loan_word(string before, string after)
    {
        var words = Words(Path.Combine(Folder(), "loan-words.txt")).ToList();
        Assert.True(words.Count >= 1000);
        Assert.DoesNotContain(words, word => !IsWhole(before, word, after));
    }

    [Theory]
    [InlineData("บริการออนไลน์ของเทศบาลตำบล", "เพื่อประชาชน")]
    [InlineData("นายกองค์การบริหารส่วนตำบล", "ในการจัดการขยะ")]
    [InlineData("ตำบล", " อำเภอเมือง")]
    public void No_line_ends_inside_the_name_of_a_subdistrict(string before, string after)
    {
        var places = Words(Path.Combine(Folder(), "..", "..", "..", "..", "functions", "AwardFlow.Typesetting", "Layout", "thai-places.txt")).ToList();
        Assert.True(places.Count > 5700);
        Assert.DoesNotContain(places, place => !IsWhole(before, place, after));
    }

    [Theory]
    [InlineData("ของเทศบาลตำบล", "แม่บ้านทุ่งหมู", "เพื่อประชาชน")]
    [InlineData("ของอำเภอ", "พระยาทุ่งกระเบา", " จังหวัดลำปาง")]
    [InlineData("โดย", "นางสาวกัญญ์วรา", " ศิริพัฒน์ชัยกุลวงศ์ และคณะ")]
    [InlineData("โดยนางสาวกัญญ์วรา ", "ศิริพัฒน์ชัยกุลวงศ์", " และคณะ")]
    [InlineData("ปราชญ์ชาวบ้าน ", "นายภูวเดช", " ใจดี")]
    [InlineData("วิทยากร ", "ผศ.ดร.สมชาย", " มีสุข")]
    [InlineData("วิทยากร ", "ดร. สมชาย", " มีสุข")]
    [InlineData("ที่ ", "อบต.บ้านดู่", " จังหวัดเชียงราย")]
    public void Names_stay_whole_that_no_list_has(string before, string name, string after) => Assert.True(IsWhole(before, name, after), name);

    [Theory]
    [InlineData("ดูได้ที่ ", "https://award.example.go.th/result?year=2564&id=123", " หรือโทรศัพท์")]
    [InlineData("ดูได้ที่ ", "https://www.example.go.th/ข่าวประชาสัมพันธ์/1234", " หรือโทรศัพท์")]
    [InlineData("ส่งไปที่ ", "saraban@local-gov.example", " ภายในวันนี้")]
    [InlineData("มาตรฐาน ", "ISO/IEC 27001:2013", " และอื่น")]
    [InlineData("ระบบปฏิบัติการ ", "Windows 11", " ของหน่วยงาน")]
    [InlineData("ฝุ่น ", "PM 2.5", " ในอากาศ")]
    [InlineData("หนังสือ ", "ที่ สพร ๒๕๖๔/ว๑๒๓๔", " ลงวันที่")]
    [InlineData("หนังสือ ", "ที่ ลป ๕๒๐๐๑/๑๒๓", " ลว.")]
    [InlineData("โทร. ", "๐ ๒๖๑๒ ๖๐๖๐ ต่อ ๑๒๓๔", " หรือ")]
    [InlineData("โทร. ", "๐๘-๑๒๓๔-๕๖๗๘", " ภายใน")]
    [InlineData("ลว. ", "๓๐ มิ.ย. ๒๕๖๔", " เรื่อง")]
    [InlineData("ชั้น ", "๑๗-๑๘", " อาคาร")]
    [InlineData("ผล", "และ/หรือ", "ตอบแทน")]
    public void Addresses_codes_and_numbers_stay_whole(string before, string code, string after) => Assert.True(IsWhole(before, code, after), code);

    [Theory]
    [InlineData("กล้วยบวชชีพราหมณ์", "พราหมณ์")]
    [InlineData("วันจันทร์กระจ่าง", "จันทร์")]
    [InlineData("ใช้ร็อกเก็ต", "ร็อกเก็ต")]
    [InlineData("เครื่องบั๊กซ์", "บั๊กซ์")]
    public void No_syllable_is_divided(string text, string syllable)
    {
        var at = text.IndexOf(syllable, StringComparison.Ordinal);
        Assert.True(IsWhole(text[..at], syllable, text[(at + syllable.Length)..]));
    }

    [Fact]
    public void A_word_joiner_keeps_together_and_is_not_drawn()
    {
        Assert.DoesNotContain(4, ThaiLineBreaks.Find("ระบบ\u2060บริการ"));
        Assert.DoesNotContain(5, ThaiLineBreaks.Find("ระบบ\u2060บริการ"));
        Assert.Equal("ระบบบริการ", ThaiLineBreaks.Drawn("ระบบ\u2060บริการ"));
    }

    [Fact]
    public void A_zero_width_space_lets_a_line_end() => Assert.Contains(7, ThaiLineBreaks.Find("ภูวเดช\u200bใจดี"));

    private static bool IsWhole(string before, string word, string after) =>
        !ThaiLineBreaks.Find(before + word + after).Any(at => at > before.Length && at < before.Length + word.Length);

    private static IEnumerable<string> Words(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Words");
}
