using System.Globalization;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Tests.Intake;

public class NumberFormatTests
{
    [Theory]
    [InlineData("General", "20.456", null)]
    [InlineData("Standard", "20.456", null)]
    [InlineData("ทั่วไป", "20.456", null)]
    [InlineData("0.00", "20.456", "20.46")]
    [InlineData("0.00", "20.5", null)]
    [InlineData("0.##", "20.456", "20.46")]
    [InlineData("#,##0.00", "1234.5", null)]
    [InlineData("#,##0.00;-#,##0.00;\"-\"", "0", "-")]
    [InlineData("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "0", "-")]
    [InlineData("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "20.456", "20.46")]
    [InlineData(";;;", "7", "")]
    [InlineData("0.00 \"คะแนน\"", "20.5", "20.50 คะแนน")]
    [InlineData("0.00 คะแนน", "20.5", "20.50 คะแนน")]
    [InlineData("\"LG-\"000", "1", "LG-001")]
    [InlineData("0##\"-\"###\"-\"####", "812345678", "081-234-5678")]
    [InlineData("000", "7", "007")]
    [InlineData("0,", "20456", "20")]
    [InlineData("[$-D00041E]t0.00", "20.456", "20.46")]
    [InlineData("[Red]0;[Blue]-0", "-3", "-3")]
    [InlineData("[>=10]0;0.0", "9.96", "10.0")]
    [InlineData("0.00E+00", "20.456", "2.05E+01")]
    [InlineData("# ?/?", "20.5", null)]
    [InlineData("# ?/2", "20.5", null)]
    [InlineData("# ?/4", "20.25", null)]
    [InlineData("# ??/100", "20.37", null)]
    [InlineData("# ?/2", "20.3", "~20.3")]
    [InlineData("G/標準", "20.456", null)]
    [InlineData("G/通用格式", "20.456", null)]
    [InlineData("G/표준", "20.456", null)]
    public void Shows_a_number_as_a_spreadsheet_does(string code, string number, string? shown) =>
        Assert.Equal(shown, NumberFormat.Parse(code).Shown(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0%", "0.85", CellKind.Percentage)]
    [InlineData("[<=1]0%;0.00", "0.85", CellKind.Percentage)]
    [InlineData("[<=1]0%;0.00", "20", CellKind.Number)]
    [InlineData("0.00;-0.00;0%", "0", CellKind.Percentage)]
    [InlineData("yyyy-mm-dd", "44197", CellKind.Date)]
    [InlineData("[h]:mm", "1.5", CellKind.Date)]
    [InlineData("[$-D07041E]ว/ดด/ปปปป", "44197", CellKind.Date)]
    [InlineData("0 \"days\"", "20", CellKind.Number)]
    [InlineData("Estándar", "20", CellKind.Number)]
    [InlineData("G/標準", "20", CellKind.Number)]
    [InlineData("ggge", "20", CellKind.Date)]
    [InlineData("0.00E+00", "20", CellKind.Number)]
    public void Tells_what_a_person_takes_it_for(string code, string number, object kind) =>
        Assert.Equal(kind, NumberFormat.Parse(code).KindOf(decimal.Parse(number, CultureInfo.InvariantCulture)));
}
