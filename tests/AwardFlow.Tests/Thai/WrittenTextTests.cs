using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Tests.Thai;

public class WrittenTextTests
{
    [Theory]
    [InlineData("\ufeffระบบ\ufeffบริการ", "ระบบบริการ")]
    [InlineData("บริการ\u202eABC\u202c", "บริการABC")]
    [InlineData("น\u0e4dา", "นำ")]
    [InlineData("เเม่", "แม่")]
    [InlineData("บรรทัดหนึ่ง\r\nบรรทัดสอง", "บรรทัดหนึ่ง บรรทัดสอง")]
    [InlineData("หนึ่ง\u2028สอง\u0085สาม", "หนึ่ง สอง สาม")]
    public void A_text_of_one_line_has_one_spelling(string text, string written) => Assert.Equal(written, WrittenText.Line(text));

    [Fact]
    public void Where_lines_are_meant_every_line_break_is_a_line_feed() => Assert.Equal("หนึ่ง\nสอง\nสาม", WrittenText.Lines("หนึ่ง\r\nสอง\u2028สาม"));

    [Fact]
    public void Characters_that_the_letters_font_lacks_are_set_from_another() =>
        Assert.Null(LetterCharacters.Missing("ผ่าน ✓ ● ℃ № ☎ 😀 ລາວ 中文"));

    [Fact]
    public void A_definition_is_kept_in_that_spelling()
    {
        var json = File.ReadAllText(Path.Combine(LetterSamples.Folder, "cycle.json"))
            .Replace("สพร 2564/ว2425", "สพร 2564/ว\\n2425", StringComparison.Ordinal).Replace("นายผู้ลงนาม", "\\ufeffนายผู้ลงนาม", StringComparison.Ordinal);
        var letter = CycleDefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Letter;
        Assert.Equal("สพร 2564/ว 2425", letter.Number);
        Assert.StartsWith("นาย", letter.Signatory.Name, StringComparison.Ordinal);
    }
}
