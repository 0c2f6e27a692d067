using System.Text;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Tests.Intake;

public class CsvFileTests
{
    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a;b\r\n1;2\r\n")]
    [InlineData("a\tb\n1\t2")]
    [InlineData("\ufeffa,b\n\"1\",\"2\"")]
    public void Comma_semicolon_and_tab_with_or_without_a_mark(string text) =>
        Assert.Equal(["a|b", "1|2"], Read(Encoding.UTF8.GetBytes(text)).Select(row => string.Join('|', row.Cells)));

    [Fact]
    public void Rows_keep_the_numbers_that_a_spreadsheet_shows() =>
        Assert.Equal([1, 3, 4], Read("a,b\n\n1,\"x\ny\"\n2,3"u8.ToArray()).Where(row => !row.IsBlank).Select(row => row.Number));

    [Fact]
    public void An_open_quotation_mark_is_named_by_its_row() =>
        Assert.StartsWith("Row 2 of the csv file cannot be read", Refusal("a,b\n\"1,2\n3,4"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_no_known_encoding_is_refused_with_what_to_do() =>
        Assert.Contains("Save it as 'CSV UTF-8'", Refusal([.. "a,b\n"u8, 0xFF, 0xFD, 0x9F]), StringComparison.Ordinal);

    private static List<SheetRow> Read(byte[] file) => [.. CsvFile.Open(new MemoryStream(file), CancellationToken.None).Sheets[0].Read()];

    private static string Refusal(byte[] file) => Assert.Throws<UploadRefusedException>(() => Read(file)).Message;
}
