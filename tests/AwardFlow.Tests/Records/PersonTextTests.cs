using System.Text;
using AwardFlow.Records.Retention;

namespace AwardFlow.Tests.Records;

/// <summary>By what a person is found, and by what what is found may be erased as that person's.</summary>
public sealed class PersonTextTests
{
    [Theory]
    [InlineData("ann@moi.go.th", "ann@moi.go.th", true)]
    [InlineData("ANN@moi.go.th", "Ann <ann@moi.go.th>, joe@moi.go.th", true)]
    [InlineData("ann@moi.go.th", "550 <ann@moi.go.th> is unknown", true)]
    [InlineData("ann@moi.go.th", "ติดต่อ ann@moi.go.th.", true)]
    [InlineData("ann@moi.go.th", "joann@moi.go.th", false)]
    [InlineData("ann@moi.go.th", "jo.ann@moi.go.th", false)]
    [InlineData("ann@moi.go.th", "jo-ann@moi.go.th", false)]
    [InlineData("ann@moi.go.th", "jo+ann@moi.go.th", false)]
    [InlineData("ann@moi.go.th", "ann@moi.go.th.example", false)]
    [InlineData("ann@moi.go", "ann@moi.go.th", false)]
    [InlineData("ann@moi.go.th", "ann@moi.go.the", false)]
    public void An_address_is_found_whole_and_never_within_another(string who, string text, bool isNamed)
    {
        var person = new PersonText(who);
        Assert.Equal((isNamed, isNamed, isNamed), (person.IsIn(text), person.Names(text), person.Is(text)));
    }

    [Theory]
    [InlineData("081-234-5678", "โทร. ๐๘๑ ๒๓๔ ๕๖๗๘", true)]
    [InlineData("081-234-5678", "+66 81-234-5678", true)]
    [InlineData("081-234-5678", "1081-234-5678", false)]
    [InlineData("081-234-5678", "081-234-56789", false)]
    public void A_telephone_number_is_found_however_it_is_written_and_never_within_another(string who, string text, bool isNamed)
    {
        var person = new PersonText(who);
        Assert.Equal((isNamed, isNamed, isNamed), (person.IsIn(text), person.Names(text), person.Is(text)));
    }

    [Theory]
    [InlineData("สมศรี ใจดี", "นางสาวสมศรี ใจดี", true, true)]
    [InlineData("นางสาวสมศรี ใจดี", "สมศรี  ใจดี", true, true)]
    [InlineData("สมศรี ใจดี", "ผศ.ดร.สมศรี ใจดี (ธุรการ)", true, true)]
    [InlineData("สมศรี ใจดี", "ผู้ลงรับ: นางสาวสมศรี ใจดี, เลขรับ 2921", true, false)]
    [InlineData("สมศรี ใจดี", "สมศรี ใจดีมาก", false, false)]
    [InlineData("สมศรี ใจดี", "มณีสมศรี ใจดี", false, false)]
    [InlineData("Ann Lee", "Dr. Ann Lee", true, true)]
    [InlineData("Ann Lee", "Joann Lee", false, false)]
    [InlineData("Ann Lee", "Ann Leeds", false, false)]
    [InlineData("Ann Lee", "Ann Lee-Smith", false, false)]
    [InlineData("Ann Lee", "Jo-Ann Lee", false, false)]
    [InlineData("Ann Lee", "Mary Ann Lee", true, false)]
    public void A_name_stands_alone_but_for_titles_and_where_somebody_is_named_it_is_all(string who, string text, bool isNamed, bool isAll)
    {
        var person = new PersonText(who);
        Assert.Equal((true, isNamed, isAll), (person.IsIn(text), person.Names(text), person.Is(text)));
    }

    [Theory]
    [InlineData("ใจดี", "นางมาลี ใจดี", false)]
    [InlineData("สมชาย", "นายสมชาย รักไทย", false)]
    [InlineData("สมชาย", "นายสมชาย", true)]
    public void A_single_word_may_be_half_of_many_names(string who, string text, bool isNamed)
    {
        var person = new PersonText(who);
        Assert.Equal((true, isNamed, isNamed), (person.IsIn(text), person.Names(text), person.Is(text)));
    }

    [Theory]
    [InlineData("สมชาย ใจดี", "entry_code,judge\nE0001,นายสมชาย ใจดี\n", true, true)]
    [InlineData("สมชาย ใจดี", "entry_code,judge\nE0001,นายสมชาย ใจดีมาก\n", true, false)]
    [InlineData("สมชาย", "entry_code,judge\nE0001,สมชาย\n", true, true)]
    [InlineData("สมชาย", "entry_code,judge\nE0001,สมชาย รักไทย\n", true, false)]
    [InlineData("ann@moi.go.th", "a;joann@moi.go.th;b", false, false)]
    [InlineData("address", """{"address": "ann@moi.go.th"}""", false, false)]
    [InlineData("ann@moi.go.th", """{"address": "ann@moi.go.th"}""", true, true)]
    [InlineData("o'neil@moi.go.th", """["o\u0027neil@moi.go.th"]""", true, true)]
    public void Files_are_looked_into_by_what_they_say_and_not_by_what_it_is_called(string who, string file, bool isFound, bool isNamed)
    {
        var person = new PersonText(who);
        foreach (var encoding in new[] { Encoding.UTF8, file[0] is '{' or '[' ? Encoding.UTF8 : Encoding.Unicode })
        {
            var content = BinaryData.FromBytes(encoding.GetBytes(file));
            Assert.Equal((isFound, isNamed), (person.IsIn(content), person.IsNamedIn(content)));
        }
    }

    [Fact]
    public void A_workbook_that_cannot_be_looked_into_may_hold_somebody_and_is_not_taken_for_it()
    {
        var content = BinaryData.FromBytes("PK damaged"u8.ToArray());
        Assert.Equal((true, false), (new PersonText("สมชาย ใจดี").IsIn(content), new PersonText("สมชาย ใจดี").IsNamedIn(content)));
    }
}
