using AwardFlow.Thai;

namespace AwardFlow.Tests.Thai;

public class ThaiScoreTests
{
    [Theory]
    [InlineData("67.92", "๖๗.๙๒")]
    [InlineData("7", "๗.๐๐")]
    [InlineData("100", "๑๐๐.๐๐")]
    public void In_digits_with_two_decimals(string score, string written) => Assert.Equal(written, ThaiScore.InDigits(Parse(score)));

    [Theory]
    [InlineData("0", "ศูนย์")]
    [InlineData("1", "หนึ่ง")]
    [InlineData("10", "สิบ")]
    [InlineData("11", "สิบเอ็ด")]
    [InlineData("20", "ยี่สิบ")]
    [InlineData("21", "ยี่สิบเอ็ด")]
    [InlineData("67.92", "หกสิบเจ็ดจุดเก้าสอง")]
    [InlineData("59.99", "ห้าสิบเก้าจุดเก้าเก้า")]
    [InlineData("88.80", "แปดสิบแปดจุดแปด")]
    [InlineData("100", "หนึ่งร้อย")]
    [InlineData("101", "หนึ่งร้อยเอ็ด")]
    [InlineData("0.05", "ศูนย์จุดศูนย์ห้า")]
    [InlineData("250000", "สองแสนห้าหมื่น")]
    public void In_words_as_it_is_read_aloud(string score, string words) => Assert.Equal(words, ThaiScore.InWords(Parse(score)));

    [Fact]
    public void Less_than_nothing_is_no_score() => Assert.Throws<ArgumentOutOfRangeException>(() => ThaiScore.InWords(-0.01m));

    private static decimal Parse(string score) => decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("1000000", "หนึ่งล้าน")]
    [InlineData("1000001", "หนึ่งล้านเอ็ด")]
    [InlineData("11000021.5", "สิบเอ็ดล้านยี่สิบเอ็ดจุดห้า")]
    [InlineData("2000000000000", "สองล้านล้าน")]
    [InlineData("101", "หนึ่งร้อยเอ็ด")]
    public void A_score_of_millions_is_read_in_words(string score, string words) =>
        Assert.Equal(words, ThaiScore.InWords(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));
}
