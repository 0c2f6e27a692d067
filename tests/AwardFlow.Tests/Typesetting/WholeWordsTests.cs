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
        var places = Words(PlacesFile).ToList();
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
    [InlineData("โดย", "นายกฤชวัฒน์", " ใจดี")]
    [InlineData("โดย", "นายกิตติพงษ์", " ใจดี")]
    [InlineData("โดย", "นายพลวัฒน์", " ใจดี")]
    [InlineData("โดย", "นางรำไพพรรณ", " ใจดี")]
    [InlineData("โดย", "นางงามตา", " ใจดี")]
    [InlineData("โดย", "นางรองรัตน์", " ใจดี")]
    [InlineData("โดย", "นางสาวมีสุข", " ใจดี")]
    [InlineData("โดยนางสาวสมใจ ", "มีสุขดี", " และคณะ")]
    [InlineData("โดย", "นายมีชัย", " ใจดี")]
    [InlineData("โดย", "นายเป็นเอก", " รัตนเรือง")]
    [InlineData("โดย", "นายขอพร", " ใจดี")]
    [InlineData("โดย", "นายบุญมี", " ใจดี")]
    [InlineData("โดย", "นายบุญมีทรัพย์", " ใจดี")]
    [InlineData("โดย", "ร.ต.ท.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "พ.ต.ต.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "พล.ต.อ.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "จ.ส.อ.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "ด.ต.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "ม.ร.ว.ภูวเดช", " ใจดี")]
    [InlineData("โดย", "พลเอกภูวเดช", " ใจดี")]
    [InlineData("โดย", "พระมหาภูวเดช", " วรธมฺโม")]
    [InlineData("โดย", "ผู้ช่วยศาสตราจารย์ภูวเดช", " ใจดี")]
    [InlineData("โดย", "นายแพทย์ภูวเดช", " ใจดี")]
    [InlineData("โดย", "แพทย์หญิงภูวเดช", " ใจดี")]
    [InlineData("โดย", "ว่าที่ ร.ต.ภูวเดช", " ใจดี")]
    [InlineData("โดย ", "อ.ดร.ภูวเดช", " ใจดี")]
    [InlineData("โดยอ.ดร.ภูวเดช ", "ศิริพัฒน์ชัยกุลวงศ์", " และคณะ")]
    [InlineData("พื้นที่ ", "ต.แม่บ้านทุ่งหมู", " อ.เมือง")]
    [InlineData("พื้นที่ ต. ", "แม่บ้านทุ่งหมู", " อ. เมือง")]
    [InlineData("ที่ นายกทต.", "แม่บ้านทุ่งหมู", " จังหวัดเชียงราย")]
    public void Names_stay_whole_that_no_list_has(string before, string name, string after) => Assert.True(IsWhole(before, name, after), name);

    [Theory]
    [InlineData("ต.", " อ.เมือง จ.ลำปาง")]
    [InlineData("พื้นที่ ต.", "ในการจัดการขยะ")]
    [InlineData("ที่ว่าการ อ.", " เพื่อประชาชน")]
    public void Nor_after_an_abbreviation(string before, string after) =>
        Assert.DoesNotContain(Words(PlacesFile), place => !IsWhole(before, place, after));

    [Theory]
    [InlineData("สำนักงานเขต", "บางนา", "เพื่อประชาชน")]
    [InlineData("เขต", "บางขุนเทียน", " กรุงเทพมหานคร")]
    public void A_precinct_stays_whole(string before, string name, string after) => Assert.True(IsWhole(before, name, after), name);

    [Theory]
    [InlineData("คณะกรรมการระดับจังหวัด|พิจารณา|กลั่นกรอง|ผลงาน")]
    [InlineData("จังหวัด|นำร่อง")]
    [InlineData("กทม.เปิด|ศูนย์บริการ")]
    [InlineData("ศาสตราจารย์|ผู้มีชื่อเสียง")]
    [InlineData("นายสมชาย|ได้|รับรางวัล|ชนะเลิศ")]
    [InlineData("นายก|ได้|มอบ")]
    public void What_only_begins_like_a_name_may_be_parted(string text)
    {
        var parts = text.Split('|');
        var breaks = ThaiLineBreaks.Find(string.Concat(parts));
        var at = 0;
        foreach (var part in parts[..^1])
        {
            at += part.Length;
            Assert.Contains(at, breaks);
        }
    }

    [Theory]
    [InlineData("แขวง")]
    [InlineData("นาย")]
    [InlineData("อ.")]
    [InlineData("a.")]
    [InlineData("ว่าที่ ")]
    public void Names_and_addresses_are_found_in_one_pass_however_long_the_text(string piece) =>
        Assert.NotNull(ThaiLineBreaks.Find(string.Concat(Enumerable.Repeat(piece, 5_000))));

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

    private static string PlacesFile => Path.Combine(Folder(), "..", "..", "..", "..", "functions", "AwardFlow.Typesetting", "Layout", "thai-places.txt");

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Words");

    [Theory]
    [InlineData("โทร ", "๐ ๒๖๑๒ ๖๐๖๐", "")]
    [InlineData("", "สายด่วน ๑๖๖๙", " ตลอด")]
    [InlineData("", "ห้อง ๕", " ของอาคาร")]
    [InlineData("", "อาคาร ๓", " ของหน่วยงาน")]
    [InlineData("", "วรรค ๒", " ของมาตรา")]
    [InlineData("", "หน้า ๔", " ของหนังสือ")]
    [InlineData("", "กม. ๑๒", " ถนน")]
    [InlineData("", "ประมาณ ๕", " ล้าน")]
    [InlineData("ติดตั้ง GPS ", "๕ จุด", " ในพื้นที่")]
    [InlineData("ขอเชิญ", "ฯพณฯ", " รัฐมนตรี")]
    public void A_number_stays_with_its_label_and_its_unit(string before, string whole, string after) => Assert.True(IsWhole(before, whole, after), whole);

    [Fact]
    public void A_line_may_end_before_Excellency() => Assert.Contains(6, ThaiLineBreaks.Find("ขอเชิญฯพณฯ รัฐมนตรี"));

    [Theory]
    [InlineData("อี-เมลของเทศบาล")]
    [InlineData("ระบบ e-Service ของเทศบาล (OSS) และ/หรือแผน ก-ข")]
    [InlineData("ระหว่าง ๑-๓ วัน 24/7 100% กับอื่น ๆ")]
    public void A_quotation_mark_changes_no_break_elsewhere(string text) =>
        Assert.Equal(ThaiLineBreaks.Find(text + " x"), ThaiLineBreaks.Find(text + " “x”").Where(at => at <= text.Length + 1));
}
