using System.ComponentModel;
using System.Diagnostics;
using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.IntegrationTests.Commands;

public class ExtractionTests
{
    [Theory]
    [InlineData("ที่ ปี่ น้ำ กำลัง ฎีกา ญาณ ฐาน ปู่ ฝั้น เคลื่อน ศูนย์ ๆ ฯลฯ")]
    [InlineData("ปี ญู ฐุ ป้ำ ตั๋ว กี่ เป็น ผู้ ฟ้า ป่า ๖๗.๙๒ ก็ ธรรม์ สิทธิ์ ปิ่น")]
    [InlineData("office fi ffi (Pain point) LINE Official Account เทศบาลตำบลลำใหม่")]
    public async Task Pdftotext_gives_the_text_exactly_as_it_was_set(string text)
    {
        var document = new PdfDocument("ทดสอบ", "AwardFlow", DateTimeOffset.UnixEpoch);
        document.AddPage(842, 595).Draw(TextLine.Of(text, Sarabun.Regular, 16), 50, 100);
        Assert.Equal(text, (await ExtractAsync(document.ToFile())).TrimEnd());
    }

    [Theory]
    [InlineData(LetterDocument.Letter)]
    [InlineData(LetterDocument.Certificate)]
    [InlineData(LetterDocument.ResultSheet)]
    public async Task Pdftotext_gives_every_line_of_a_document_and_nothing_else(LetterDocument document)
    {
        var result = LetterSamples.Result(LetterSamples.StackedMarks, "เทศบาลตำบลฝั้นปู่ญาณ", "นายกเทศมนตรีตำบลฝั้นปู่ญาณ", 67.92m, passed: true) with
        {
            Comments = [LetterSamples.StackedMarks],
        };
        var drawn = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall).Draw(document, result, draft: false);
        var lines = drawn.Pages.SelectMany(page => page.Lines).Select(line => line.Line.Text).ToList();
        var text = await ExtractAsync(drawn.ToFile());
        var spaced = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(lines, line => Assert.Contains(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), spaced, StringComparison.Ordinal));
        Assert.Equal(Sorted(string.Concat(lines)), Sorted(text));
    }

    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());

    private static async Task<string> ExtractAsync(byte[] pdf)
    {
        Process pdftotext;
        try
        {
            pdftotext = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("pdftotext (poppler) is not installed.");
            throw;
        }
        using (pdftotext)
        {
            await pdftotext.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
            pdftotext.StandardInput.Close();
            return await pdftotext.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }
}
