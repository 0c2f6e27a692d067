using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Typesetting;

public class PdfTextTests
{
    private const string StackedMarks =
        "ที่ ปี่ น้ำ กำลัง ฎีกา ญาณ ฐาน ปู่ ฝั้น เคลื่อน ศูนย์ ๆ ฯลฯ ปี ญู ฐุ ป้ำ ตั๋ว กี่ เป็น ผู้ ฟ้า ป่า ๖๗.๙๒ ก็ ธรรม์ สิทธิ์ ปิ่น ฬู ฤๅ ณ";

    [Theory]
    [InlineData(StackedMarks)]
    [InlineData("office fi ffi (Pain point) AV To LINE Official Account ๑๒๓")]
    [InlineData("ผลงาน/โครงการ “ดิจิทัล” – ฿๑๐๐\u00a0บาท")]
    public void Text_is_extracted_exactly_as_it_was_set(string text)
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(Pdf(TextLine.Of(text, Sarabun.Regular, 16)));
        Assert.Equal(text, pdf.GetPage(1).Text);
    }

    [Fact]
    public void Stretched_lines_keep_their_text()
    {
        var line = Paragraph.Break(StackedMarks, Sarabun.Bold, 12, 300, alignment: Alignment.Justified)[0];
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(Pdf(line));
        Assert.Equal(line.Text, pdf.GetPage(1).Text);
    }

    [Fact]
    public void A_justified_line_ends_at_the_margin()
    {
        var line = Paragraph.Break(StackedMarks, Sarabun.Regular, 12, 300, alignment: Alignment.Justified)[0];
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(Pdf(line));
        var last = pdf.GetPage(1).Letters.Last(letter => letter.Value.Trim().Length > 0);
        Assert.Equal(50 + 300, last.EndBaseLine.X, 0.1);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes() => Assert.Equal(
        Pdf(TextLine.Of(StackedMarks, Sarabun.Regular, 16)), Pdf(TextLine.Of(StackedMarks, Sarabun.Regular, 16)));

    [Fact]
    public void Only_what_is_used_of_a_font_is_embedded() =>
        Assert.InRange(Pdf(TextLine.Of(StackedMarks, Sarabun.Regular, 16)).Length, 1, 20_000);

    [Fact]
    public void Characters_that_the_font_lacks_are_told()
    {
        Assert.Equal(["ក", "ខ"], Sarabun.Regular.Missing("ไทยកខ漢字"));
        Assert.Empty(Sarabun.Regular.Missing(StackedMarks));
    }

    private static byte[] Pdf(TextLine line)
    {
        var document = new PdfDocument("ทดสอบ", "AwardFlow", new DateTimeOffset(2021, 10, 15, 0, 0, 0, TimeSpan.FromHours(7)));
        document.AddPage(595, 842).Draw(line, 50, 100);
        return document.ToFile();
    }
}
