using AwardFlow.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace AwardFlow.Tests.Thai;

public class ThaiNumeralsTests
{
    [Fact]
    public void Western_digits_become_Thai_ones() => Assert.Equal("๐๑๒๓๔๕๖๗๘๙", ThaiNumerals.ToThai("0123456789"));

    [Fact]
    public void Thai_digits_become_Western_ones() => Assert.Equal("0123456789", ThaiNumerals.ToWestern("๐๑๒๓๔๕๖๗๘๙"));

    [Fact]
    public void Every_number_comes_back_as_it_was() => Prop
        .ForAll<long>(number => ThaiNumerals.ToWestern(ThaiNumerals.ToThai($"{number}")) == $"{number}")
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_digit_stays() => Prop
        .ForAll<NonNull<string>>(text =>
        {
            var thai = ThaiNumerals.ToThai(text.Get);
            return thai.Length == text.Get.Length && thai.Zip(text.Get).All(pair => pair.First == pair.Second || char.IsAsciiDigit(pair.Second));
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("สพร 2564/ว2425", "สพร ๒๕๖๔/ว๒๔๒๕")]
    [InlineData("ข้อ 1) ปัญหา", "ข้อ ๑) ปัญหา")]
    [InlineData("คะแนน 67.92", "คะแนน ๖๗.๙๒")]
    [InlineData("โครงข่าย 5G และ COVID-19", "โครงข่าย 5G และ COVID-19")]
    [InlineData("ติดต่อ saraban2@dga.example", "ติดต่อ saraban2@dga.example")]
    public void In_running_text_words_with_Latin_letters_keep_their_digits(string text, string written) => Assert.Equal(written, ThaiNumerals.InText(text));

    [Theory]
    [InlineData("ISO 9001และ", "ISO 9001และ")]
    [InlineData("มาตรฐานISO 9001:2015เพื่อประชาชน", "มาตรฐานISO 9001:2015เพื่อประชาชน")]
    [InlineData("ISO/IEC 27001 ระบบบริหาร", "ISO/IEC 27001 ระบบบริหาร")]
    [InlineData("PM 10ไมครอน", "PM 10ไมครอน")]
    [InlineData("ฝุ่นPM 2.5 ในอากาศ", "ฝุ่นPM 2.5 ในอากาศ")]
    [InlineData("OTOP 120ราย", "OTOP ๑๒๐ราย")]
    [InlineData("ร้านOTOP 1200 ราย", "ร้านOTOP ๑๒๐๐ ราย")]
    [InlineData("ผู้ใช้ LINE 500 คน", "ผู้ใช้ LINE ๕๐๐ คน")]
    [InlineData("ติดตั้ง GPS 5 จุด", "ติดตั้ง GPS ๕ จุด")]
    [InlineData("Windows 11 ระบบปฏิบัติการ", "Windows 11 ระบบปฏิบัติการ")]
    [InlineData("Government 4.0 และ Wi-Fi 6", "Government 4.0 และ Wi-Fi 6")]
    [InlineData("Open Data 5 ชุด", "Open Data ๕ ชุด")]
    [InlineData("ความเร็ว 1,000Mbps และ 5,000mAh", "ความเร็ว 1,000Mbps และ 5,000mAh")]
    [InlineData("งาน Digital Thailand 15 ตุลาคม 2564", "งาน Digital Thailand ๑๕ ตุลาคม ๒๕๖๔")]
    [InlineData("งาน Digital Thailand 15 ต.ค. 64", "งาน Digital Thailand ๑๕ ต.ค. ๖๔")]
    [InlineData("ประชุมผ่านระบบ Zoom 09.00 - 12.00 น.", "ประชุมผ่านระบบ Zoom ๐๙.๐๐ - ๑๒.๐๐ น.")]
    [InlineData("Smart City 12 โครงการเพื่อประชาชน", "Smart City ๑๒ โครงการเพื่อประชาชน")]
    [InlineData("ICT 30 โรงเรียนในสังกัด และ CCTV 200 กล้อง", "ICT ๓๐ โรงเรียนในสังกัด และ CCTV ๒๐๐ กล้อง")]
    [InlineData("ISO 9001 ข้อมูลข่าวสาร", "ISO 9001 ข้อมูลข่าวสาร")]
    [InlineData("DG Award 2564", "DG Award ๒๕๖๔")]
    [InlineData("Call Center 1111", "Call Center ๑๑๑๑")]
    [InlineData("ดูที่ dga.or.th/a,1 ภายใน 7 วัน", "ดูที่ dga.or.th/a,1 ภายใน ๗ วัน")]
    [InlineData("คะแนน 1.5/2 คะแนน", "คะแนน ๑.๕/๒ คะแนน")]
    public void A_number_is_of_one_kind_of_digits_whatever_stands_beside_it(string text, string written) => Assert.Equal(written, ThaiNumerals.InText(text));
}
