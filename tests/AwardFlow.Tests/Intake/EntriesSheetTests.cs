using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using static AwardFlow.Tests.Intake.SheetTexts;

namespace AwardFlow.Tests.Intake;

public class EntriesSheetTests
{
    private const string Header = "entry_code,project,organisation,addressee,saraban_email,province";
    private const string Good = "LG-001,ประปาหมู่บ้าน,เทศบาลตำบลลำใหม่,นายกเทศมนตรีตำบลลำใหม่,saraban@lammai.example,ยะลา";

    [Fact]
    public void English_headers_in_any_order_and_case()
    {
        var entry = Assert.Single(Read("Province,ENTRY_CODE,Project,Organisation,Addressee,Saraban_Email", "ยะลา,LG-001,ประปา,เทศบาล,นายก,saraban@a.example"));
        Assert.Equal(("LG-001", "ประปา", "เทศบาล", "นายก", "saraban@a.example", "ยะลา"),
            (entry.Code.Text, entry.Project, entry.Organisation, entry.Addressee, entry.SarabanEmail, entry.Province));
    }

    [Fact]
    public void Thai_headers() =>
        Assert.Equal("LG-001", Assert.Single(Read("รหัสผลงาน,ผลงาน,หน่วยงาน,เรียน,ไปรษณีย์อิเล็กทรอนิกส์กลาง,จังหวัด", Good)).Code.Text);

    [Fact]
    public void Thai_digits_in_a_code_are_digits() =>
        Assert.Equal("LG-001", Assert.Single(Read(Header, Good.Replace("LG-001", "LG-๐๐๑", StringComparison.Ordinal))).Code.Text);

    [Fact]
    public void A_title_above_the_header_and_blank_rows_are_passed_over() =>
        Assert.Single(Read("บัญชีผลงาน,,,,,", "", Header, Good, ",,,,,"));

    [Theory]
    [InlineData("phone", "0 7321 0000", "0 7321 0000")]
    [InlineData("โทรศัพท์", "๐ ๗๓๒๑ ๐๐๐๐ ต่อ ๑๒", "๐ ๗๓๒๑ ๐๐๐๐ ต่อ ๑๒")]
    [InlineData("phone", "", null)]
    [InlineData("phone", "-", null)]
    public void A_telephone_may_be_given(string header, string written, string? phone) =>
        Assert.Equal(phone, Assert.Single(Read($"{Header},{header}", $"{Good},{written}")).Phone);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("ไม่มี")]
    [InlineData("0")]
    public void An_entry_without_an_address_is_taken_since_its_letter_goes_by_post(string written) =>
        Assert.Equal("", Assert.Single(Read(Header, Good.Replace("saraban@lammai.example", written, StringComparison.Ordinal))).SarabanEmail);

    [Theory]
    [InlineData("ที่อยู่", "\"99 หมู่ 1\nต.ลำใหม่ อ.เมือง จ.ยะลา 95160\"", "99 หมู่ 1 ต.ลำใหม่ อ.เมือง จ.ยะลา 95160")]
    [InlineData("postal_address", "-", null)]
    [InlineData("postal_address", "0", null)]
    [InlineData("postal_address", "ไม่มี", null)]
    public void A_postal_address_may_be_given(string header, string written, string? address) =>
        Assert.Equal(address, Assert.Single(Read($"{Header},{header}", $"{Good},{written}")).PostalAddress);

    [Theory]
    [InlineData("url", "https://video.example/watch?v=1&t=2", "https://video.example/watch?v=1&t=2")]
    [InlineData("ลิงก์ผลงาน", "http://www.lammai.example/ผลงาน/๑", "http://www.lammai.example/ผลงาน/๑")]
    [InlineData("url", "HTTPS://Video.Example/1", "HTTPS://Video.Example/1")]
    [InlineData("url", "https://video.example/\u202e4pm.exe", "https://video.example/4pm.exe")]
    [InlineData("url", "", null)]
    [InlineData("url", "-", null)]
    public void A_link_to_the_work_may_be_given(string header, string written, string? url) =>
        Assert.Equal(url, Assert.Single(Read($"{Header},{header}", $"{Good},{written}")).Url);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("vbscript:msgbox")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://files.example/1")]
    [InlineData("blob:https://video.example/1")]
    [InlineData("//video.example/1")]
    [InlineData("/relative")]
    [InlineData("video.example/1")]
    [InlineData("https:video.example")]
    [InlineData("https://")]
    [InlineData("http://localhost/admin")]
    [InlineData("https://name:secret@video.example/")]
    [InlineData("https://video.example/a b")]
    [InlineData("view-source:https://video.example/")]
    [InlineData("https://video.example/1 javascript:alert(1)")]
    public void What_is_no_plain_address_of_the_web_is_refused_and_never_linked(string written) =>
        Assert.StartsWith("2 url '", Assert.Single(Problems(() => Read($"{Header},url", $"{Good},\"{written}\""))), StringComparison.Ordinal);

    [Fact]
    public void A_link_of_more_than_1000_characters_is_none() =>
        Assert.StartsWith(
            "2 url '", Assert.Single(Problems(() => Read($"{Header},url", $"{Good},https://video.example/{new string('x', 1000)}"))), StringComparison.Ordinal);

    [Fact]
    public void A_telephone_of_more_than_100_characters_is_none() =>
        Assert.StartsWith("2 phone '", Assert.Single(Problems(() => Read($"{Header},phone", $"{Good},{new string('1', 101)}"))), StringComparison.Ordinal);

    [Fact]
    public void Unknown_columns_are_named_as_ignored()
    {
        new EntriesSheet(new Problems(), ColumnMapping.None, numbering: null).Read(Csv($"ลำดับ,{Header}", $"1,{Good}"), out var ignored);
        Assert.Equal(["ลำดับ"], ignored);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Assert.Equal(["1 saraban_email '': the column is missing; name it 'saraban_email' or 'ไปรษณีย์อิเล็กทรอนิกส์กลาง'"],
            Problems(() => Read("entry_code,project,organisation,addressee,province", "a,b,c,d,e")));

    [Fact]
    public void A_column_that_stands_twice_is_refused() =>
        Assert.Equal(["1 รหัสผลงาน 'รหัสผลงาน': stands in two columns; keep one 'entry_code'"], Problems(() => Read($"{Header},รหัสผลงาน", $"{Good},x")));

    [Fact]
    public void Every_bad_row_is_listed_with_its_column_and_value() => Assert.Equal(
        [
            "2 project '': must not be blank",
            "3 entry_code '../x': must be 1 to 60 letters, digits, '-', '_' or '.', beginning with a letter or digit",
            "4 saraban_email 'saraban': is not an e-mail address such as saraban@example.go.th: it has no @",
            "5 entry_code 'e1': stands in row 2 too",
        ],
        Problems(() => Read(Header, "E1,,o,a,saraban@a.example,p", "../x,w,o,a,saraban@a.example,p", "E3,w,o,a,saraban,p", "e1,w,o,a,saraban@a.example,p")));

    [Theory]
    [InlineData("\"a@b.example, c@d.example\"")]
    [InlineData("Name <a@b.example>")]
    [InlineData("\"a@b.example\nBcc: x@y.example\"")]
    [InlineData("a b@c.example")]
    [InlineData("@c.example")]
    [InlineData("a@localhost")]
    public void An_address_is_one_plain_address(string address) =>
        Assert.Contains(
            Problems(() => Read(Header, $"E1,w,o,a,{address},p")), problem => problem.Contains("is not an e-mail address", StringComparison.Ordinal));

    [Fact]
    public void A_project_of_300_characters_is_taken_and_one_of_501_is_not()
    {
        Assert.Single(Read(Header, $"E1,{new string('ก', 300)},o,a,saraban@a.example,p"));
        Assert.Single(Problems(() => Read(Header, $"E1,{new string('ก', 501)},o,a,saraban@a.example,p")));
    }

    [Fact]
    public void An_empty_sheet_is_refused() => Assert.Equal("The sheet is empty.", Assert.Throws<UploadRefusedException>(() => Read("")).Message);

    [Fact]
    public void A_header_without_rows_is_refused() =>
        Assert.Equal("The sheet has a header but no rows.", Assert.Throws<UploadRefusedException>(() => Read(Header)).Message);

    [Fact]
    public void Of_many_bad_rows_the_first_thousand_are_listed_and_all_are_counted()
    {
        var refused = Assert.Throws<UploadRefusedException>(() => Read([Header, .. Enumerable.Range(0, 1200).Select(i => $"E{i},w,o,a,bad,p")]));
        Assert.Equal((1000, 1200), (refused.Rows.Count, refused.Problems));
    }

    private static IReadOnlyList<Entry> Read(params string[] lines) =>
        new EntriesSheet(new Problems(), ColumnMapping.None, numbering: null).Read(Csv(lines), out _);
}
