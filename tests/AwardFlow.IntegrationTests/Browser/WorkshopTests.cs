using System.Net;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>The workshop: a person who has never seen JSON sets a cycle up.</summary>
public class WorkshopTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private static readonly string[] Judges = ["ก", "ข"];

    private const string Paper = ".paper .sheet canvas";

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_cycle_is_set_up_from_nothing_to_sent_without_a_file_of_JSON(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        await officer.Link("สร้างรอบใหม่", "New cycle").First.ClickAsync();
        await Expect(officer.Button("เริ่มใหม่", "Start from nothing")).ToBeVisibleAsync();
        await officer.LookAtAsync("start");
        await officer.Button("เริ่มใหม่", "Start from nothing").ClickAsync();
        var id = await AwardAsync(officer);
        await RubricAsync(officer);
        await JudgesAsync(officer);
        await LetterAsync(officer, width);
        await CertificateAndReceiptsAsync(officer);
        await OpenAsync(officer);
        await SendAsync(officer, server, id);

        var definition = await server.Client.GetJsonAsync($"/api/cycles/{id}/definition");
        Assert.Equal(
            ["ด้วย {organisation} ส่ง {project} เข้าร่วม", "บัดนี้ ได้พิจารณาแล้ว"],
            definition["letter"]!["opening"]!.AsArray().Select(each => each!.GetValue<string>()));
        Assert.Equal("2021-10-20T15:00:00+07:00", definition["closesAt"]!.GetValue<string>());
        Assert.Equal("a@committee.example", definition["judges"]![0]!["email"]!.GetValue<string>());
        officer.WasClean();
    }

    [Fact]
    public async Task Criteria_move_and_placeholders_go_in_and_out_by_keyboard_alone()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await StartAsync(server, new { source = "sample" });
        await using var officer = await chromium.OpenAsync(server.Address, "en", 1366, server.Time.GetUtcNow());
        var keyboard = officer.Page.Keyboard;
        await officer.Page.GotoAsync($"/#setup/{id}/rubric");
        var title = officer.Page.Locator("#rubric-0-criteria-0-title");
        await title.FocusAsync();
        await keyboard.PressAsync("Alt+ArrowDown");
        // The sample's first category has one criterion: it goes on into the next, and the focus with it.
        await Expect(officer.Page.Locator("#rubric-1-criteria-0-title")).ToBeFocusedAsync();
        await Expect(officer.Page.Locator("#rubric-1-criteria-0-code")).ToHaveValueAsync("C1");
        await TabToAsync(officer, "+ Add a criterion");
        await keyboard.PressAsync("Enter");
        await Expect(officer.Page.Locator("#rubric-1-criteria-2-title")).ToBeFocusedAsync();
        await keyboard.TypeAsync("New criterion");
        await officer.SeeAsync("", "Highest total 110");

        await officer.Page.GotoAsync($"/#setup/{id}/letter");
        var number = officer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Number", Exact = true });
        await number.FocusAsync();
        await keyboard.TypeAsync("สพร ");
        await TabToAsync(officer, "+ running number");
        await keyboard.PressAsync("Enter");
        await Expect(number).ToBeFocusedAsync();
        await keyboard.TypeAsync("/{x}");
        await SavedAsync(officer);
        Assert.Equal("สพร {number}/{{x}}", await NumberAsync(server, id));
        for (var stroke = 0; stroke < 5; stroke++)
        {
            await keyboard.PressAsync("Backspace");
        }
        await Expect(number.Locator(".chip")).ToHaveCountAsync(0);
        await SavedAsync(officer);
        Assert.Equal("สพร", (await NumberAsync(server, id)).Trim());
        officer.WasClean();
    }

    [Fact]
    public async Task A_part_that_is_left_while_it_is_saved_does_not_look_like_a_colleagues_change()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await StartAsync(server, new { source = "sample" });
        await using var officer = await chromium.OpenAsync(server.Address, "en", 1366, server.Time.GetUtcNow());
        await officer.Page.GotoAsync($"/#setup/{id}/award");
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await officer.Page.RouteAsync("**/api/cycles/*?draft=true", async route =>
        {
            await left.Task;
            await route.ContinueAsync();
        });
        await officer.Page.Locator("#title").FillAsync("A title on the way");
        await officer.Page.EvaluateAsync($"location.hash = 'setup/{id}/letter'");
        for (var read = 0; read < 5; read++)
        {
            // Time enough for a page that does not wait to read what is not saved yet.
            await server.Client.GetJsonAsync($"/api/cycles/{id}/definition");
        }
        left.SetResult();
        await officer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Number", Exact = true }).FocusAsync();
        await officer.Page.Keyboard.TypeAsync("สพร");
        await SavedAsync(officer);
        Assert.Contains("สพร", await NumberAsync(server, id), StringComparison.Ordinal);
        Assert.Equal("A title on the way", (await server.Client.GetJsonAsync($"/api/cycles/{id}/definition"))["title"]!.GetValue<string>());
        officer.WasClean();
    }

    [Fact]
    public async Task A_colleagues_change_is_not_overwritten_without_a_question()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await StartAsync(server, new { source = "sample" });
        await using var one = await chromium.OpenAsync(server.Address, "en", 1366, server.Time.GetUtcNow());
        await using var other = await chromium.OpenAsync(server.Address, "en", 1366, server.Time.GetUtcNow());
        foreach (var officer in new[] { one, other })
        {
            await officer.Page.GotoAsync($"/#setup/{id}/award");
            await Expect(officer.Page.Locator("#title")).ToBeVisibleAsync();
        }
        await one.Page.Locator("#title").FillAsync("One’s title");
        await SavedAsync(one);
        await other.Page.Locator("#award").FillAsync("The other’s award");
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("changed the definition at");
        await other.LookAtAsync("workshop-overtaken");
        Assert.Equal("One’s title", (await server.Client.GetJsonAsync($"/api/cycles/{id}/definition"))["title"]!.GetValue<string>());
        await other.Button("", "Take it as it is now").ClickAsync();
        await Expect(other.Page.Locator("#title")).ToHaveValueAsync("One’s title");
        await other.Page.Locator("#award").FillAsync("The other’s award");
        await SavedAsync(other);
        var definition = await server.Client.GetJsonAsync($"/api/cycles/{id}/definition");
        Assert.Equal(("One’s title", "The other’s award"), (definition["title"]!.GetValue<string>(), definition["award"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_touches_accepted_scores_is_asked_first_and_done_only_then()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2);
        await using var officer = await chromium.OpenAsync(server.Address, "en", 1366, server.Time.GetUtcNow());
        await officer.Page.GotoAsync($"/#setup/{id}/rubric");
        await officer.Page.Locator("#rubric-0-criteria-0-max").FillAsync("15");
        var question = officer.Page.GetByRole(AriaRole.Alert);
        await Expect(question).ToContainTextAsync("4 accepted scores would count no more");
        await officer.LookAtAsync("workshop-asks");
        await officer.Button("", "Leave it as it was").ClickAsync();
        await Expect(officer.Page.Locator("#rubric-0-criteria-0-max")).ToHaveValueAsync("50");
        // The pass mark would be above what can be reached: it is not saved, and said where.
        await officer.Page.Locator("#passMark").FillAsync("101");
        await Expect(question).ToContainTextAsync("Pass mark");
        await officer.Page.Locator("#passMark").FillAsync("40");
        await SavedAsync(officer);
        await officer.Page.Locator("#rubric-0-criteria-0-max").FillAsync("15");
        await officer.Button("", "Make the change").ClickAsync();
        await SavedAsync(officer);
        Assert.Equal(4, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}/definitions")).AsArray()[^1]!["scoresDropped"]!);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_said_where_it_is_typed()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await StartAsync(server, new { source = "sample" });
        await using var officer = await chromium.OpenAsync(server.Address, "th", 1366, server.Time.GetUtcNow());
        await officer.Page.GotoAsync($"/#setup/{id}/award");
        await officer.Page.Locator("#closesAt-day").FillAsync("๓๑");
        await officer.Page.Locator("#closesAt-month").SelectOptionAsync("2");
        await Expect(officer.Page.Locator("#closesAt-said")).ToContainTextAsync("ไม่มีวันที่นี้");
        await officer.Page.Locator("#closesAt-day").FillAsync("๑๕");
        await officer.Page.Locator("#closesAt-year").FillAsync("2022");
        await officer.Page.Locator("#closesAt-time").FillAsync("๙.๓๐");
        await Expect(officer.Page.Locator("#closesAt-said")).ToContainTextAsync("วันอังคารที่ 15 กุมภาพันธ์ 2565 เวลา 09.30 น.");
        await officer.Page.Locator("#organiser-sarabanEmail").FillAsync("ไม่ใช่ที่อยู่");
        await Expect(officer.Page.Locator("#organiser-sarabanEmail-fault")).ToBeVisibleAsync();
        await officer.LookAtAsync("workshop-faults");
        await officer.Page.GotoAsync($"/#setup/{id}/letter");
        await officer.Page.Locator("#emblem-file").SetInputFilesAsync(Path.Combine(SampleFolder.Path, "scores-1-long.csv"));
        await Expect(officer.Page.Locator("#emblem").GetByRole(AriaRole.Alert)).ToContainTextAsync("scores-1-long.csv");
        // A cycle that is there is not replaced by a file of the same id.
        await officer.Page.GotoAsync("/#new");
        var definition = await server.Client.GetTextAsync($"/api/cycles/{id}/definition");
        await officer.Page.Locator("#definition").SetInputFilesAsync(
            new FilePayload { Name = "cycle.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(definition) });
        await officer.Button("แก้ไขก่อนเปิดรับ", "").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("อยู่แล้ว");
        officer.WasClean();
    }

    private static async Task<string> AwardAsync(PeoplesPage officer)
    {
        await Expect(officer.Page.Locator("#title")).ToBeVisibleAsync();
        var id = new Uri(officer.Page.Url).Fragment.Split('/')[1];
        await FillAsync(officer,
            ("title", "การประกวดนวัตกรรม"), ("award", "รางวัลนวัตกรรม"), ("closesAt-day", "20"), ("closesAt-time", "15.00"),
            ("organiser-name", "สำนักงานตัวจริง"), ("organiser-code", "สตจ"), ("organiser-address", "ถนนหนึ่ง\nกรุงเทพฯ 10200"),
            ("organiser-centre", "ศูนย์นวัตกรรม"), ("organiser-team", "ทีมหนึ่ง"),
            ("organiser-contact", "คุณมาลี"), ("organiser-phone", "0 2111 1111"), ("organiser-sarabanEmail", "saraban@office.example"));
        await officer.Page.Locator("#closesAt-month").SelectOptionAsync("10");
        await Expect(officer.Page.Locator("#closesAt-said")).ToContainTextAsync(officer.Words("วันพุธที่ 20 ตุลาคม 2564 เวลา 15.00 น.", "20 October 2021"));
        await SavedAsync(officer);
        await officer.LookAtAsync("workshop-award");
        await NextAsync(officer, "เกณฑ์การให้คะแนน", "Criteria");
        return id;
    }

    private static async Task RubricAsync(PeoplesPage officer)
    {
        await FillAsync(
            officer,
            ("rubric-0-title", "ปัญหา"),
            ("rubric-0-criteria-0-title", "ตรงประเด็น"),
            ("rubric-0-criteria-0-code", "A"),
            ("rubric-0-criteria-0-max", "๕๐"));
        await officer.Button("+ เพิ่มหมวด", "+ Add a category").ClickAsync();
        await FillAsync(
            officer,
            ("rubric-1-title", "ผลลัพธ์"),
            ("rubric-1-criteria-0-title", "วัดผลได้"),
            ("rubric-1-criteria-0-code", "B"),
            ("rubric-1-criteria-0-max", "30"));
        await officer.Button("+ เพิ่มเกณฑ์", "+ Add a criterion").Last.ClickAsync();
        await FillAsync(officer, ("rubric-1-criteria-1-title", "ใช้งานจริง"), ("rubric-1-criteria-1-code", "C"), ("rubric-1-criteria-1-max", "20"));
        await officer.SeeAsync("คะแนนเต็มรวม 100", "Highest total 100");
        await FillAsync(officer, ("passMark", "55"));
        await officer.SeeAsync("จาก 100 (55%)", "of 100 (55%)");
        await officer.Page.GetByText(officer.Words("ตัดกรรมการที่ให้สูงสุดและต่ำสุดออกก่อนเฉลี่ย", "Without the highest and the lowest judge")).ClickAsync();
        await Expect(officer.Page.Locator(".example")).ToContainTextAsync("(74 + 68 + 62) ÷ 3 = 68.00");
        await officer.Page.GetByText(officer.Words("เฉลี่ยคะแนนรวมของกรรมการทุกท่าน", "The mean of all judges’ totals")).ClickAsync();
        await officer.LookAtAsync("workshop-rubric");
        await NextAsync(officer, "กรรมการ", "Judges");
    }

    private static async Task JudgesAsync(PeoplesPage officer)
    {
        await officer.Page.GetByText(officer.Words("ระบุชื่อกรรมการ", "Named judges")).ClickAsync();
        await FillAsync(officer, ("judges-0-name", "ก"), ("judges-0-email", "a@committee.example"));
        await officer.Button("+ เพิ่มกรรมการ", "+ Add a judge").ClickAsync();
        await FillAsync(officer, ("judges-1-name", "ข"));
        await officer.LookAtAsync("workshop-judges");
        await NextAsync(officer, "หนังสือแจ้งผล", "Letter");
    }

    private static async Task LetterAsync(PeoplesPage officer, int width)
    {
        var page = officer.Page;
        await TypeAsync(officer, "letter-number", "สตจ ๒๕๖๔/ว๑");
        await TypeAsync(officer, "letter-subject", "แจ้งผลการพิจารณา");
        await TypeAsync(officer, "letter-opening", "ด้วย ");
        var opening = page.Locator(".field", new() { Has = page.Locator("#letter-opening") });
        await opening.GetByRole(AriaRole.Button, new() { Name = officer.Words("+ หน่วยงาน", "+ organisation"), Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(" ส่ง ");
        await opening.GetByRole(AriaRole.Button, new() { Name = officer.Words("+ ผลงาน", "+ work"), Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(" เข้าร่วม");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("บัดนี้ ได้พิจารณาแล้ว");
        await FillAsync(
            officer,
            ("letter-enclosures-passed", "โล่รางวัล\nใบประกาศเกียรติคุณ"),
            ("letter-enclosures-notPassed", "ใบประกาศเกียรติคุณ"),
            ("letter-signatory-name", "นายผู้ลงนาม จริง"),
            ("letter-signatory-position", "ผู้อำนวยการ"));
        await page.Locator("#emblem-file").SetInputFilesAsync(Path.Combine(SampleFolder.Path, "emblem.svg"));
        await Expect(page.Locator("#emblem img.seen")).ToBeVisibleAsync();
        await SavedAsync(officer);
        if (width < 600)
        {
            await officer.Button("ดูตัวอย่างหนังสือ", "Look at the letter").ClickAsync();
        }
        // The letter itself, set by the server, with what was typed.
        await Expect(page.Locator(Paper).First).ToBeVisibleAsync();
        await Expect(page.Locator(".paper .textLayer").First).ToContainTextAsync("บัดนี้ ได้พิจารณาแล้ว");
        await page.Locator(".paper").GetByRole(AriaRole.Button, new() { Name = officer.Words("ไม่ผ่านเกณฑ์", "Not passed") }).ClickAsync();
        await Expect(page.Locator(".paper .textLayer").First).ToContainTextAsync("องค์การบริหารส่วนตำบล");
        await officer.LookAtAsync("workshop-letter");
        if (width < 600)
        {
            await officer.Button("กลับไปแก้ไข", "Back to the form").ClickAsync();
        }
        await NextAsync(officer, "ใบประกาศ", "Certificate");
    }

    private static async Task CertificateAndReceiptsAsync(PeoplesPage officer)
    {
        await officer.Page.GetByRole(AriaRole.Radio, new() { Name = officer.Words("ร่วมสมัย", "Modern") }).CheckAsync();
        await officer.LookAtAsync("workshop-certificate");
        await NextAsync(officer, "การยืนยันและการเตือน", "Receipts and reminders");
        await FillAsync(officer, ("receipts-remindAfterDays", "5"));
        await officer.SeeAsync("เตือนทุก 5 วัน", "A reminder every 5 days");
        await officer.LookAtAsync("workshop-receipts");
        await NextAsync(officer, "ตรวจก่อนเปิดรับ", "Check and open");
    }

    private static async Task OpenAsync(PeoplesPage officer)
    {
        await officer.SeeAsync("ข้อกำหนดครบถ้วน พร้อมเปิดรับ", "All is there: ready to be opened");
        // What is odd leads to its place.
        await Expect(officer.Page.Locator(".notice.wait").GetByRole(AriaRole.Link, new() { Name = officer.Words("ลายมือชื่อ", "Signature") }))
            .ToBeVisibleAsync();
        await officer.Page.Locator("#test-address").FillAsync("me@office.example");
        await officer.Button("ส่งหนังสือทดสอบ", "Send the test letter").ClickAsync();
        await officer.SeeAsync("ไว้ในกล่องขาออกแล้ว", "is in the outbox");
        await officer.LookAtAsync("workshop-check");
        await officer.Button("เปิดรับผลงานและคะแนน", "Open for entries and scores").ClickAsync();
        await Expect(officer.Page.Locator("nav.parts")).ToBeVisibleAsync();
    }

    private static async Task SendAsync(PeoplesPage officer, LocalServer server, string id)
    {
        var page = officer.Page;
        await page.GotoAsync($"/#cycle/{id}/uploads");
        var codes = TestSheets.Codes(2);
        await page.Locator("#entries-file")
            .SetInputFilesAsync(new FilePayload { Name = "entries.csv", MimeType = "text/csv", Buffer = TestSheets.Entries(codes) });
        await officer.Button("บันทึก 2 รายการ", "Save 2 rows").ClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        await page.Locator("#scores-file").SetInputFilesAsync(
        [
            .. Judges.Select(judge => new FilePayload { Name = $"scores-{judge}.csv", MimeType = "text/csv", Buffer = TestSheets.Scores(codes, judge) }),
        ]);
        await page.Locator(".waiting button.main").ClickAsync();
        // The box of the sheet before may still stand there.
        await Expect(page.Locator(".waiting button.main")).ToHaveCountAsync(0);
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        await page.GotoAsync($"/#cycle/{id}");
        await officer.Button("ปิดรับทันที", "Close now").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = officer.Words("ปิดรับทันที", "Close now") }).ClickAsync();
        await officer.Link("ตรวจและอนุมัติหนังสือ 2 ฉบับ", "Check and approve 2 letters").ClickAsync();
        await officer.Button("อนุมัติและส่งหนังสือ 2 ฉบับ", "Approve and send 2 letters").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = officer.Words("อนุมัติและส่ง", "Approve and send") }).ClickAsync();
        await server.SentAsync(id);
        Assert.Equal(3, server.MailsOf(id).Length); // Two letters, and the test letter.
    }

    private static async Task NextAsync(PeoplesPage officer, string thai, string english)
    {
        await officer.Link($"ถัดไป: {thai}", $"Next: {english}").ClickAsync();
        await Expect(officer.Page.Locator("#part")).ToHaveTextAsync(officer.Words(thai, english));
        await Expect(officer.Page.Locator("#part")).ToBeFocusedAsync();
    }

    private static async Task FillAsync(PeoplesPage officer, params (string Id, string Text)[] typed)
    {
        foreach (var (id, text) in typed)
        {
            await officer.Page.Locator($"#{id}").FillAsync(text);
        }
    }

    private static async Task TypeAsync(PeoplesPage officer, string id, string text)
    {
        await officer.Page.Locator($"#{id}").FocusAsync();
        await officer.Page.Keyboard.TypeAsync(text);
    }

    // With the hour: what was there before anything was typed has none.
    private static Task SavedAsync(PeoplesPage officer) =>
        Expect(officer.Page.Locator(".saved[data-stands=saved]")).ToContainTextAsync(officer.Words("บันทึกแล้ว ", "Saved "));

    private static async Task TabToAsync(PeoplesPage officer, string name)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            await officer.Page.Keyboard.PressAsync("Tab");
            if (await officer.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") == name)
            {
                return;
            }
        }
        Assert.Fail($"Tab never came to '{name}'.");
    }

    private static async Task<string> NumberAsync(LocalServer server, string id) =>
        (await server.Client.GetJsonAsync($"/api/cycles/{id}/definition"))["letter"]!["number"]!.GetValue<string>();

    private static async Task<string> StartAsync(LocalServer server, object source)
    {
        using var response = await server.Client.PostAsync("/api/cycles", source);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await AwardFlowClient.JsonAsync(response))["id"]!.GetValue<string>();
    }
}
