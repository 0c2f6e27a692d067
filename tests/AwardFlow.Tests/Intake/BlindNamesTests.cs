using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake;

/// <summary>Where judges are not to see organisations, what names one nevertheless is told entry by entry, and nothing is altered.</summary>
public class BlindNamesTests
{
    [Theory]
    [InlineData("เทศบาลตำบลบ้านกลาง", "ระบบคิวออนไลน์ของเทศบาลตำบลบ้านกลาง", true)]
    [InlineData("เทศบาลตำบลบ้านกลาง", "บ้านกลาง Smart City", true)]
    [InlineData("เทศบาลตำบลบ้านกลาง อำเภอเมือง จังหวัดลำพูน", "ทต. บ้านกลาง ยิ้มได้", true)]
    [InlineData("องค์การบริหารส่วนตำบลหนองแวง", "อบต.หนอง แวง ไร้ขยะ", true)]
    [InlineData("อบจ.ยะลา", "น้ำดื่มสะอาดยะลา", true)]
    [InlineData("เทศบาลตำบลบ้านกลาง", "ระบบคิวออนไลน์ของเทศบาลตำบล", false)]
    [InlineData("เทศบาลตำบลบ้านกลาง อำเภอเมือง จังหวัดลำพูน", "ลำพูนน่าอยู่", false)]
    [InlineData("Town of Springfield", "SPRINGFIELD counts: Town of Springfield", true)]
    [InlineData("เทศบาลตำบลบ้านกลาง", "น้ำดื่มชุมชน", false)]
    public void A_title_names_its_organisation_by_the_name_that_is_its_own(string organisation, string title, bool names) =>
        Assert.Equal(names, BlindNames.InTitle(TestCycle.Entry("E1") with { Organisation = organisation, Project = title }));

    [Theory]
    [InlineData("https://www.bankla ng.example/e1", false)]
    [InlineData("https://www.banklang.go.th/e1", true)]
    [InlineData("https://banklang.go.th", true)]
    [InlineData("https://video.example/%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99%E0%B8%81%E0%B8%A5%E0%B8%B2%E0%B8%87", true)]
    [InlineData("https://video.example/watch?v=1", false)]
    [InlineData("https://notbanklang.go.th", false)]
    [InlineData(null, false)]
    public void A_link_names_its_organisation_by_its_words_or_by_the_domain_of_the_organisation_s_mail(string? url, bool names)
    {
        var entry = TestCycle.Entry("E1") with { Organisation = "เทศบาลตำบลบ้านกลาง", SarabanEmail = "saraban@banklang.go.th", Url = url };
        Assert.Equal(names, new BlindNames([entry]).InLink(entry));
    }

    [Fact]
    public void A_domain_that_several_organisations_share_names_none_of_them()
    {
        var one = TestCycle.Entry("E1") with { Organisation = "เทศบาลตำบลบ้านกลาง", SarabanEmail = "saraban_1@dla.go.th", Url = "https://www.dla.go.th/1" };
        Assert.False(new BlindNames([one, one with { Code = EntryCode.Parse("E2"), Organisation = "เทศบาลตำบลอื่น", SarabanEmail = "saraban_2@dla.go.th" }])
            .InLink(one));
    }

    [Fact]
    public async Task The_check_of_the_cycle_lists_them_entry_by_entry()
    {
        await using var world = new JudgingWorld(new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-7)));
        var id = await world.OpenAsync(TestCycle.Definition with { Judging = new JudgingRules { Blind = true } }, 1);
        await world.UploadAsync(id, UploadKind.Entries, System.Text.Encoding.UTF8.GetBytes(
            "entry_code,project,organisation,addressee,saraban_email,province,url\nB1,บ้านกลางน่าอยู่,เทศบาลตำบลบ้านกลาง,นายก,saraban@banklang.go.th,ยะลา,\nB2,น้ำดื่ม,เทศบาลตำบลอื่น,นายก,saraban@other.go.th,ยะลา,https://www.other.go.th/2\nB3,น้ำดื่ม,เทศบาลตำบลใหม่,นายก,saraban@new.go.th,ยะลา,https://video.example/3"));
        var report = await world.Get<SetupCheck>()
            .OfAsync(await world.Cycles.GetAsync(id, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal("B1", report.Oddities.Single(each => each.What.Code == "titlesNameOrganisations").What.Args["codes"]);
        Assert.Equal("B2", report.Oddities.Single(each => each.What.Code == "linksNameOrganisations").What.Args["codes"]);
        // The title is as it was sent.
        var sitting = await world.Desk.SeatAsync(id, JudgeName.Parse("กรรมการ ก"), TestContext.Current.CancellationToken);
        Assert.Equal("บ้านกลางน่าอยู่", sitting.Find(EntryCode.Parse("B1"))!.Project);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public void A_list_that_is_uploaded_says_which_entries_name_theirs_where_judges_are_not_to_see_them(bool blind, int warnings)
    {
        var definition = TestCycle.Definition with { Judging = new JudgingRules { Blind = blind } };
        using var csv = new MemoryStream(
            "entry_code,project,organisation,addressee,saraban_email,province,url\nE1,บ้านกลางน่าอยู่,เทศบาลตำบลบ้านกลาง,นายก,saraban@banklang.go.th,ยะลา,https://banklang.go.th/1\nE2,น้ำดื่ม,เทศบาลตำบลอื่น,นายก,saraban@other.go.th,ยะลา,https://video.example/2"u8.ToArray());
        using var file = SheetFile.Open(csv, SheetFormat.Csv, TestContext.Current.CancellationToken);
        var problems = new Problems();
        using var sheet = UnderstoodSheet.OfEntries(file, new UploadOptions(), problems, new SheetContext { Definition = definition, Entries = [] });
        var named = problems.Warnings.Where(warning => warning.Problem.English.Contains("not to see organisations", StringComparison.Ordinal)).ToList();
        Assert.Equal(warnings, named.Count);
        Assert.All(named, warning => Assert.Equal("E1", warning.Value));
    }
}
