using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Judging;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local.People;
using AwardFlow.Web.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>The secretary sees what is missing, reminds, types what came on paper; the chair asks, and changes no score.</summary>
public sealed class JudgingBoardTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private const string First = "นางสาวมาลี ใจดี";
    private const string Second = "นายวิชัย ตั้งใจ";

    private static readonly string[] Criteria = ["A", "B", "C"];

    // The smallest PNG.
    private static readonly byte[] Scan = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task The_secretary_makes_links_sees_who_is_missing_and_reminds_them_with_one_press(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 30, definition => definition with
        {
            Judges = [new Judge(JudgeName.Parse(First)) { Email = "malee@example.go.th" }, new Judge(JudgeName.Parse(Second))],
        });
        await using var secretary = await chromium.OpenAsync(server.Address, language, width);
        var page = secretary.Page;
        await page.GotoAsync($"/#cycle/{id}");
        await secretary.Link("กระดานคะแนน", "Judging").First.ClickAsync();
        await secretary.SeeAsync("กรรมการ 2 จาก 2 ท่านยังส่งคะแนนไม่ครบ", "2 of 2 judges have not submitted all");
        await secretary.Button("สร้างลิงก์ให้กรรมการ 2 ท่าน", "Make links for 2 judges").ClickAsync();
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = secretary.Words("สร้างและส่งไปรษณีย์อิเล็กทรอนิกส์", "Make and mail") }).ClickAsync();
        await Expect(page.Locator(".done")).ToBeFocusedAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync(secretary.Words($"{Second}: ไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์", $"{Second}: has no address"));
        var link = await secretary.Box(First, First).InputValueAsync();
        await secretary.LookAtAsync("judging-links");

        using var judge = new JudgeClient(server.Address, link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        await judge.SaveAsync("E0002", "40", null, null);
        await judge.SaveAsync("E0026", "40", "20", "10");
        await secretary.Button("เตือนกรรมการที่ยังไม่ส่ง", "Remind who has not submitted").ClickAsync();
        await secretary.SeeAsync("เตือนกรรมการ 1 ท่าน", "1 judges are reminded");
        await secretary.Button("เตือนกรรมการที่ยังไม่ส่ง", "Remind who has not submitted").ClickAsync();
        await secretary.SeeAsync($"{First}: เตือนไปแล้วภายใน 24 ชั่วโมง", $"{First}: was reminded within 24 hours");

        var grid = page.GetByRole(AriaRole.Region, new() { Name = secretary.Words("กรรมการและผลงาน", "Judges and entries") });
        await Expect(grid.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Cell).Nth(1)).ToContainTextAsync(secretary.Words("เริ่มแล้ว", "begun"));
        await secretary.LookAtAsync("judging-board");
        // A long list goes some columns at a time.
        await page.GetByRole(AriaRole.Button, new() { Name = secretary.Words("ถัดไป", "Next") }).ClickAsync();
        await Expect(grid.GetByRole(AriaRole.Columnheader, new() { Name = "E0026" })).ToBeVisibleAsync();
        await Expect(grid.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Cell).First)
            .ToContainTextAsync(secretary.Words("ครบ ยังไม่ส่ง", "complete, not submitted"));
        secretary.WasClean(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task Scores_that_came_on_paper_are_typed_on_the_same_form_with_the_scan_and_submitted(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2);
        await using var secretary = await chromium.OpenAsync(server.Address, language, width);
        var page = secretary.Page;
        await page.GotoAsync($"/#cycle/{id}/judging");
        await page.GetByRole(AriaRole.Link, new() { Name = Second }).First.ClickAsync();
        await page.Locator("#scan").SetInputFilesAsync(new FilePayload { Name = "กระดาษ.png", MimeType = "image/png", Buffer = Scan });
        await secretary.SeeAsync("เก็บ กระดาษ.png แล้ว", "กระดาษ.png is kept");
        await secretary.LookAtAsync("judging-judge");
        await Type(secretary, "E0001").ClickAsync();
        await Expect(page.Locator("#score-A")).ToHaveAccessibleNameAsync("A ตรงประเด็น");
        await FillAsync(secretary, "๔๐", "20", "10");
        await secretary.LookAtAsync("judging-paper");
        await secretary.Link("ถัดไป", "Next").ClickAsync();
        await Expect(secretary.Heading("E0002", "E0002")).ToBeVisibleAsync();
        await FillAsync(secretary, "30", "15", "5");
        await secretary.Link("กลับไปที่กรรมการ", "Back to the judge").ClickAsync();
        await secretary.Button("ส่งคะแนนแทนกรรมการ", "Submit for the judge").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await secretary.SeeAsync("ส่งคะแนนแทนกรรมการแล้ว", "Submitted for the judge");
        await secretary.LookAtAsync("judging-judge-submitted");
        var row = (await JudgeApiTests.BoardAsync(server, id))["judges"]![1]!;
        Assert.Equal(("submitted", "paper", 2), (JudgeApiTests.Text(row, "state"), JudgeApiTests.Text(row, "source"), row["fromPaper"]!.GetValue<int>()));
        // What the chair asks about such an entry is answered from paper too.
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/judging/{Uri.EscapeDataString(Second)}/entries/E0001/return", new { question = "คะแนนข้อ A ถูกต้องหรือไม่" }));
        await page.ReloadAsync();
        await Type(secretary, "E0001").ClickAsync();
        await Expect(page.GetByText("คะแนนข้อ A ถูกต้องหรือไม่")).ToBeVisibleAsync();
        await FillAsync(secretary, "41", "20", "10");
        await secretary.Link("กลับไปที่กรรมการ", "Back to the judge").ClickAsync();
        await secretary.Button("ส่งคะแนนแทนกรรมการ", "Submit for the judge").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await secretary.SeeAsync("ส่งคะแนนแทนกรรมการแล้ว", "Submitted for the judge");
        Assert.Equal(0, (await JudgeApiTests.BoardAsync(server, id))["judges"]![1]!["owed"]!.GetValue<int>());
        secretary.WasClean();
    }

    [Fact]
    public async Task The_chair_asks_a_judge_to_look_again_is_shown_no_address_and_changes_no_score()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("People:File", _folder.Of(PeopleFile.Name)));
        var id = await JudgeApiTests.OpenAsync(
            server, 1, definition => definition with { Judges = [new Judge(JudgeName.Parse(First)) { Email = "malee@example.go.th" }] });
        var token = await JudgeApiTests.LinkAsync(server, id, First);
        using var judge = new JudgeClient(server.Address, token);
        await judge.SaveAsync("E0001", "40", "20", "10");
        using (var submitted = await judge.SubmitAsync())
        {
            await AwardFlowClient.SucceedAsync(submitted);
        }
        var key = new PeopleList(new DirectoryInfo(_folder.Path), TimeProvider.System).Add("ประเสริฐ ดีงาม", ["chair"], [], email: null);
        await using var chair = await chromium.OpenAsync(server.Address, "th", 1366, key: key);
        await chair.Page.GotoAsync($"/#cycle/{id}/judging");
        await chair.SeeAsync("คะแนนเฉลี่ยขณะนี้", "");
        await chair.LookAtAsync("judging-board-chair");
        await chair.Page.GetByRole(AriaRole.Link, new() { Name = First }).First.ClickAsync();
        await chair.Button("ส่งกลับถาม E0001", "").ClickAsync();
        await chair.Box("คำถาม", "").FillAsync("โปรดยืนยันคะแนนข้อ A");
        await chair.LookAtAsync("judging-send-back");
        await chair.Button("ส่งกลับ", "").ClickAsync();
        await chair.SeeAsync("ส่ง E0001 กลับให้กรรมการแล้ว", "");
        await Expect(chair.Page.GetByText("@")).ToHaveCountAsync(0);
        await chair.LookAtAsync("judging-judge-chair");
        var entry = await judge.EntryAsync("E0001");
        Assert.Equal(("โปรดยืนยันคะแนนข้อ A", "40"), (JudgeApiTests.Text(entry, "question", "text"), JudgeApiTests.Text(entry, "scores", "A")));
        chair.WasClean(key);
    }

    [Fact]
    public async Task Closing_says_which_judges_have_not_submitted_and_asks()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, First));
        await judge.SaveAsync("E0001", "40", "20", "10");
        await using var secretary = await chromium.OpenAsync(server.Address, "th", 1366);
        await secretary.Page.GotoAsync($"/#cycle/{id}");
        await secretary.Button("ปิดรับทันที", "").ClickAsync();
        var dialog = secretary.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "ปิดรับทันที" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync($"{First}: ยังขาด 1 จาก 1 ผลงาน ในจำนวนนี้ให้คะแนนครบแต่ยังไม่ส่ง 1 เริ่มแล้ว 0");
        await secretary.LookAtAsync("judging-closing");
        Assert.Equal("open", await server.Client.StateAsync(id));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "ปิดรับและนับเท่าที่พิมพ์ไว้" }).ClickAsync();
        await secretary.SeeStateAsync("รอการตัดสินใจ", "");
        Assert.Equal("unsubmitted", JudgeApiTests.Text((await JudgeApiTests.BoardAsync(server, id))["judges"]![0]!, "source"));
        secretary.WasClean();
    }

    private static ILocator Type(PeoplesPage secretary, string entry) => secretary.Link($"กรอกจากเอกสาร {entry}", $"Type from paper {entry}");

    private static async Task FillAsync(PeoplesPage secretary, params string[] points)
    {
        foreach (var (code, given) in Criteria.Zip(points))
        {
            await secretary.Page.Locator($"#score-{code}").FillAsync(given);
        }
        await Expect(secretary.Page.Locator(".saved[data-stands=saved]")).ToContainTextAsync(secretary.Words("บันทึกแล้ว", "Saved"));
        await Expect(secretary.Page.Locator(".stored")).ToHaveCountAsync(points.Length);
    }
}
