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
}
