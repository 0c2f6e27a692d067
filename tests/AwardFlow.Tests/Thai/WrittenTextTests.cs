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
    [InlineData("ข้อ\u00adมูล", "ข้อมูล")]
    [InlineData("ก\u0085ข", "ก ข")]
    [InlineData("ก\u061cข\u180eค\u200cง\u2063จ\u206aฉ", "กขคงจฉ")]
    [InlineData("ก\u200dข 👩\u200d👧", "กข 👩\u200d👧")]
    [InlineData("ก\u2060ข\u200bค", "ก\u2060ข\u200bค")]
    [InlineData("ISO\u00a09001 ที่\u202f1\u3000ข้อ", "ISO 9001 ที่ 1 ข้อ")]
    public void A_text_of_one_line_has_one_spelling(string text, string written) => Assert.Equal(written, WrittenText.Line(text));

    [Fact]
    public void Where_lines_are_meant_every_line_break_is_a_line_feed() => Assert.Equal("หนึ่ง\nสอง\nสาม", WrittenText.Lines("หนึ่ง\r\nสอง\u2028สาม"));

    [Fact]
    public void Characters_that_the_letters_font_lacks_are_set_from_another() =>
        Assert.Null(LetterCharacters.Missing("ผ่าน ✓ ● ℃ № ☎ 😀 ລາວ 中文"));

    [Theory]
    [InlineData("ผ่าน ✓่ และ 中้ 1️⃣ #️⃣")]
    [InlineData("👩\u200d👧 ເມືອງ ກຳ ຫຼ")]
    [InlineData("เบต้ากลูแคน (β-glucan) Σ Москва")]
    public void Marks_and_sequences_are_set_that_no_one_font_has_all_of(string text)
    {
        Assert.Null(LetterCharacters.Missing(text));
        Assert.DoesNotContain(
            AwardFlow.Typesetting.Fonts.Sarabun.Regular.Shape(text).Clusters.ToArray(), cluster => cluster.Glyphs.Any(glyph => glyph.Glyph == 0));
    }

    [Fact]
    public void A_mark_that_no_font_has_is_named_after_a_character_of_another_font() =>
        Assert.Contains("U+11046", LetterCharacters.Missing("中\U00011046")!, StringComparison.Ordinal);

    [Theory]
    [InlineData("ระบบ\u061cบริการ", "ระบบบริการ")]
    [InlineData("หนึ่ง\u2028สอง\u0085สาม\vสี่\fห้า", "หนึ่ง\nสอง\nสาม\nสี่\nห้า")]
    [InlineData("A\vB", "A\nB")]
    [InlineData("ข้อ\u00adมูล\u206a", "ข้อมูล")]
    public void Cells_of_sheets_follow_the_same_rule(string cell, string read) => Assert.Equal(read, AwardFlow.Intake.Sheets.CellText.Clean(cell));

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
