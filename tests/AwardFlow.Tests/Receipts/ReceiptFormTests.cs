using AwardFlow.Receipts;

namespace AwardFlow.Tests.Receipts;

public class ReceiptFormTests
{
    private static readonly DateTimeOffset Mailed = new(2021, 10, 27, 16, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset Now = new(2021, 10, 28, 11, 5, 0, TimeSpan.FromHours(7));
    private static readonly ReceiptForm Good = new("2921", "28", "10", "2564", "11.00", "สำนักปลัด", "");

    [Fact]
    public void It_is_read_as_the_desk_stamps_it()
    {
        Assert.Equal(new Receipt("2921", new DateTimeOffset(2021, 10, 28, 11, 0, 0, TimeSpan.FromHours(7)), "สำนักปลัด", null), Read(Good));
        Assert.Equal("รับที่ ๒๙๒๑ วันที่ ๒๘ ต.ค. ๒๕๖๔ เวลา ๑๑.๐๐ น. สำนักปลัด", Read(Good)!.ToString());
        Assert.Equal("รับที่ ๒๙๒๑ วันที่ ๒๘ ต.ค. ๒๕๖๔ เวลา ๑๑.๐๐ น. สำนักปลัด (สมศรี)", Read(Good with { Name = " สมศรี " })!.ToString());
    }

    [Theory]
    [InlineData("๒๘", "2564", "๑๑.๐๐ น.")]
    [InlineData("28", "๒๕๖๔", "11:00")]
    [InlineData("28", "2021", "11.00")]
    [InlineData("28", "2564", "11.00 น")]
    [InlineData("28", "2564", "๑๑:๐๐น.")]
    [InlineData(" 28 ", "2564", " 11:00 ")]
    public void Thai_digits_either_era_and_either_way_of_writing_time_are_the_same(string day, string year, string time) =>
        Assert.Equal(Read(Good), Read(Good with { Day = day, Year = year, Time = time }));

    [Theory]
    [InlineData("2921", "31", "2", "2564", "11.00", "ก", "DateWrong")]
    [InlineData("2921", "0", "10", "2564", "11.00", "ก", "DateWrong")]
    [InlineData("2921", "28", "13", "2564", "11.00", "ก", "DateWrong")]
    [InlineData("2921", "28", "10", "", "11.00", "ก", "DateWrong")]
    [InlineData("2921", "28", "10", "9500", "11.00", "ก", "DateAhead")]
    [InlineData("2921", "28", "10", "9999", "11.00", "ก", "DateWrong")]
    [InlineData("2921", "28", "10", "2564", "25.00", "ก", "TimeWrong")]
    [InlineData("2921", "28", "10", "2564", "soon", "ก", "TimeWrong")]
    [InlineData("2921", "28", "10", "2564", "น.11.00", "ก", "TimeWrong")]
    [InlineData("2921", "28", "10", "2564", "11.00 น น", "ก", "TimeWrong")]
    [InlineData("2921", "26", "10", "2564", "11.00", "ก", "DateTooEarly")]
    [InlineData("2921", "28", "10", "2564", "11.30", "ก", "DateAhead")]
    [InlineData("", "28", "10", "2564", "11.00", "ก", "NumberMissing")]
    [InlineData(" \t ", "28", "10", "2564", "11.00", " ", "NumberMissing DivisionMissing")]
    [InlineData("", "x", "y", "z", "", "", "NumberMissing DateWrong TimeWrong DivisionMissing")]
    public void What_is_wrong_is_said_all_at_once_in_the_forms_order(
        string number, string day, string month, string year, string time, string division, string faults)
    {
        Assert.Null(new ReceiptForm(number, day, month, year, time, division, "").Read(Mailed, Now, out var found));
        Assert.Equal(faults, string.Join(' ', found));
    }

    [Fact]
    public void Long_texts_are_refused_and_line_breaks_are_blanks()
    {
        Assert.Null(
            new ReceiptForm(new string('1', 41), "28", "10", "2564", "11.00", new string('ก', 201), new string('ข', 201)).Read(Mailed, Now, out var found));
        Assert.Equal([ReceiptFault.NumberTooLong, ReceiptFault.DivisionTooLong, ReceiptFault.NameTooLong], found);
        Assert.Equal("29 21", Read(Good with { Number = "29\r\n21" })!.RegisterNumber);
    }

    [Fact]
    public void A_stamp_of_the_mails_own_day_is_in_time_and_a_clock_may_be_a_little_fast()
    {
        Assert.NotNull(Read(Good with { Day = "27", Time = "8.00" }));
        Assert.NotNull(Read(Good with { Time = "11.19" }));
    }

    [Fact]
    public void It_is_filled_with_now_and_reads_back()
    {
        var form = ReceiptForm.At(Now) with { Number = "1", Division = "ก" };
        Assert.Equal(("28", "10", "2564", "11.05"), (form.Day, form.Month, form.Year, form.Time));
        Assert.Equal(Now, Read(form)!.At);
        Assert.Equal(form, ReceiptForm.Of(Read(form)!));
    }

    private static Receipt? Read(ReceiptForm form) => form.Read(Mailed, Now, out _);
}
