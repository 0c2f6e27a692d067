using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using MiniExcelLibs;

namespace AwardFlow.Tests.Intake;

public class XlsxSheetTests
{
    [Fact]
    public void Numbers_come_back_with_the_digits_that_were_written()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { code = "E1", score = 12.35, half = 0.1 + 0.2, whole = 15 } });
        var rows = Read(file);
        Assert.Equal(["code|score|half|whole", "E1|12.35|0.3|15"], rows.Select(row => string.Join('|', row.Cells)));
        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_refused_with_what_to_do() =>
        Assert.Contains("cannot be read as an Excel workbook", Refusal("entry_code,project"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { code = "E1" } });
        var bytes = file.ToArray();
        Assert.Contains("cannot be read as an Excel workbook", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
    }

    private static List<SheetRow> Read(MemoryStream file)
    {
        file.Position = 0;
        return [.. XlsxSheet.Read(file)];
    }

    private static string Refusal(byte[] file) => Assert.Throws<UploadRefusedException>(() => Read(new MemoryStream(file))).Message;
}
