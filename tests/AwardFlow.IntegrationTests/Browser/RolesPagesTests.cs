using System.Collections.Concurrent;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local.People;
using AwardFlow.Web.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>What the pages show to the chair and to the desk, each signed in with a key of their own.</summary>
public sealed class RolesPagesTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private const string Called = "LG-009";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("th", 1280)]
    [InlineData("en", 360)]
    public async Task The_chair_finds_results_the_desk_its_telephone_and_neither_is_offered_what_would_be_refused(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded, ("People:File", _folder.Of(PeopleFile.Name)));
        var id = await SampleCycle.ReleaseAsync(server);
        await server.SentAsync(id);
        var people = new PeopleList(new DirectoryInfo(_folder.Path), TimeProvider.System);
        var (chair, desk) = (people.Add("ประเสริฐ ดีงาม", ["chair"], [], email: null), people.Add("สมศรี มีสุข", ["desk"], [], email: null));

        await using var person = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        var refused = new ConcurrentQueue<string>();
        person.Page.Response += (_, response) =>
        {
            if (response.Status == 403)
            {
                refused.Enqueue(response.Url);
            }
        };
        await Expect(person.Box("รหัสเข้าใช้งาน", "API key")).ToBeFocusedAsync();
        await person.LookAtAsync("sign-in");
        await person.SignInAsync(chair);
        await SeeWhoAsync(person, "ประเสริฐ ดีงาม", "ประธาน", "chair");
        await ReadAsChairAsync(person, id);

        await person.SignInAsAnotherAsync(desk);
        await SeeWhoAsync(person, "สมศรี มีสุข", "เจ้าหน้าที่ติดตามผล", "desk");
        await TelephoneAsDeskAsync(person, id);

        Assert.Empty(refused);
        person.WasClean(chair, desk);
    }

    private static async Task ReadAsChairAsync(PeoplesPage chair, string id)
    {
        await Expect(chair.Link("สร้างรอบใหม่", "New cycle")).ToHaveCountAsync(0);
        await chair.Page.Locator($"a[href='#cycle/{id}']").ClickAsync();
        await Expect(Rows(chair).Nth(0)).ToContainTextAsync("LG-");
        await Expect(Parts(chair)).ToHaveTextAsync([chair.Words("ผลงานและคะแนน", "Results"), chair.Words("สถิติ", "Statistics")]);
        await chair.LookAtAsync("chair-results");
        await chair.Page.GetByRole(AriaRole.Link, new() { Name = Called, Exact = true }).ClickAsync();
        await Expect(chair.Page.GetByRole(AriaRole.Heading, new() { Name = Called })).ToBeVisibleAsync();
        await Expect(chair.Page.GetByText("@")).ToHaveCountAsync(0);
        await Expect(chair.Heading("เอกสาร", "Documents")).ToHaveCountAsync(0);
        await chair.LookAtAsync("chair-entry");
        await chair.Link("สถิติ", "Statistics").ClickAsync();
        await Expect(chair.Page.GetByRole(AriaRole.Table, new() { Name = chair.Words("กรรมการ", "Judges"), Exact = true }).Locator("tbody tr"))
            .ToHaveCountAsync(5);
        // An address of another part leads to what may be seen.
        await chair.Page.GotoAsync($"/#cycle/{id}/ledger/{Called}");
        await Expect(Parts(chair).First).ToHaveAttributeAsync("aria-current", "page");
        await chair.Page.GotoAsync("/#");
    }

    private static async Task TelephoneAsDeskAsync(PeoplesPage desk, string id)
    {
        await desk.Page.Locator($"a[href='#cycle/{id}']").ClickAsync();
        await desk.SeeAsync("ยังไม่มีหน่วยงานที่ต้องโทรศัพท์ติดตาม", "There is nobody to telephone yet");
        await Expect(Parts(desk)).ToHaveTextAsync([desk.Words("การส่งและลงรับ", "Deliveries"), desk.Words("โทรศัพท์ติดตาม", "To telephone")]);
        await desk.LookAtAsync("desk-telephone");
        await desk.Link("การส่งและลงรับ", "Deliveries").ClickAsync();
        await Expect(Rows(desk)).ToHaveCountAsync(SampleCycle.Letters);
        await Expect(desk.Box("ผล", "Outcome")).ToHaveCountAsync(0);
        await Expect(desk.Button("ดาวน์โหลด csv", "Download csv")).ToHaveCountAsync(0);
        await desk.LookAtAsync("desk-ledger");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = Called, Exact = true }).ClickAsync();
        await Expect(desk.Button("ส่งหนังสืออีกครั้ง", "Send the letter again")).ToHaveCountAsync(0);
        await desk.Box("เลขรับ", "Register number").FillAsync("๗๗");
        await desk.LookAtAsync("desk-delivery");
        await desk.Button("บันทึกการลงรับ", "Record the receipt").ClickAsync();
        await desk.SeeAsync("บันทึกการลงรับแล้ว", "The receipt is recorded");
        await desk.SeeAsync("สมศรี มีสุข รับแจ้งทางโทรศัพท์", "by telephone, noted by สมศรี มีสุข");
    }

    private static Task SeeWhoAsync(PeoplesPage person, string name, string thai, string english) =>
        Expect(person.Page.Locator("#who")).ToHaveTextAsync($"{name} · {person.Words(thai, english)}");

    private static ILocator Parts(PeoplesPage person) => person.Page.Locator("nav.parts a");

    private static ILocator Rows(PeoplesPage person) => person.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
}
