using AwardFlow.Thai;

namespace AwardFlow.Tests.Thai;

public class ThaiDateTests
{
    [Theory]
    [InlineData(2021, 10, 15, "๑๕ ตุลาคม ๒๕๖๔")]
    [InlineData(2024, 2, 29, "๒๙ กุมภาพันธ์ ๒๕๖๗")]
    [InlineData(2026, 1, 1, "๑ มกราคม ๒๕๖๙")]
    public void In_full_as_a_letter_is_dated(int year, int month, int day, string written) =>
        Assert.Equal(written, ThaiDate.InFull(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2021, 10, 28, "๒๘ ต.ค. ๒๕๖๔")]
    [InlineData(2022, 3, 5, "๕ มี.ค. ๒๕๖๕")]
    public void In_short_as_a_desk_stamps_it(int year, int month, int day, string written) =>
        Assert.Equal(written, ThaiDate.InShort(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("2021-10-20")]
    [InlineData("20/10/2564")]
    [InlineData("20-10-2021")]
    [InlineData("20 ต.ค. 2564")]
    [InlineData("๒๐ ตุลาคม ๒๕๖๔")]
    public void A_date_is_read_as_people_write_it(string written)
    {
        Assert.True(ThaiDate.TryRead(written, out var date));
        Assert.Equal(new DateOnly(2021, 10, 20), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("31/2/2564")]
    [InlineData("20/13/2564")]
    [InlineData("20/10/64")]
    [InlineData("20 10")]
    [InlineData("9999999999/1/1")]
    public void What_is_no_date_is_not_read(string written) => Assert.False(ThaiDate.TryRead(written, out _));

    [Fact]
    public void Every_month_has_its_own_name_and_abbreviation()
    {
        var days = Enumerable.Range(1, 12).Select(month => new DateOnly(2021, month, 1)).ToList();
        Assert.Equal(12, days.Select(ThaiDate.InFull).Distinct().Count());
        Assert.Equal(12, days.Select(ThaiDate.InShort).Distinct().Count());
    }
}
