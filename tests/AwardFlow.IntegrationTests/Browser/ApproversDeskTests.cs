using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Three people and one cycle: it is sent back twice, approved, taken back, approved again, and sent once.</summary>
public class ApproversDeskTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const string OperatorKey = "operator-key-0123456789";
    private const string ApproverKey = "approver-key-0123456789";
    private const string OtherApproverKey = "approver-key-9876543210";

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_cycle_is_sent_back_twice_and_sent_once(string language, int width)
    {
        await using var server = await StartAsync();
        var id = await server.OpenCycleAsync(entries: 3);
        await using var malee = await OpenAsync(server, OperatorKey, language, width, $"#cycle/{id}");
        await using var wichai = await OpenAsync(server, ApproverKey, language, width, $"#cycle/{id}");
        await using var somchai = await OpenAsync(server, OtherApproverKey, language, width, $"#cycle/{id}");

        await CloseAsync(malee, nth: 0);
        foreach (var (approver, name, reason, round) in new[] { (wichai, "wichai", "วันที่ผิด", 1), (somchai, "somchai", "คะแนนผิด", 2) })
        {
            await ToDeskAsync(approver, server, id);
            await SendBackAsync(approver, reason);
            await malee.Page.ReloadAsync();
            await Expect(malee.Page.Locator("[data-word=sentBackBy]")).ToContainTextAsync(reason);
            await Expect(malee.Page.Locator("[data-word=sentBackBy]")).ToContainTextAsync(malee.Words($"{name} ส่งกลับแก้ไขเมื่อ", $"{name} sent it back"));
            await malee.LookAtAsync("overview-sent-back");
            await PictureAsync(malee, $"sent-back-{language}-{width}");
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
                id, "scores", System.Text.Encoding.UTF8.GetBytes($"entry_code,judge,criterion,score\nE0001,ก,A,{round}\n"), "text/csv"));
            await CloseAsync(malee, nth: round);
        }

        await ToDeskAsync(wichai, server, id);
        await Expect(wichai.Page.Locator(".warnings"))
            .ToContainTextAsync(wichai.Words("ค่าเฉลี่ยเปลี่ยนจากครั้งก่อน 1 ผลงาน", "1 averages changed since the last round"));
        await wichai.LookAtAsync("desk");
        await PictureAsync(wichai, $"desk-{language}-{width}");
        await ApproveAsync(wichai);
        await wichai.SeeAsync("ยังยกเลิกการอนุมัติได้อีก", "It can be taken back for another");
        await wichai.LookAtAsync("overview-approved");
        await PictureAsync(wichai, $"approved-{language}-{width}");
        await wichai.Button("ยกเลิกการอนุมัติ", "Take the approval back").ClickAsync();
        await wichai.SeeAsync("ยกเลิกการอนุมัติแล้ว", "The approval is taken back");
        Assert.Empty(server.MailsOf(id));

        await ToDeskAsync(somchai, server, id);
        await ApproveAsync(somchai);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(61), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal(3, server.MailsOf(id).Length);
        foreach (var person in new[] { malee, wichai, somchai })
        {
            person.WasClean(OperatorKey, ApproverKey, OtherApproverKey);
        }
    }

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_cycle_is_paused_and_goes_on_and_what_is_called_off_stays_so(string language, int width)
    {
        await using var server = await StartAsync();
        var id = await server.OpenCycleAsync(entries: 2);
        await using var malee = await OpenAsync(server, OperatorKey, language, width, $"#cycle/{id}");
        await ReasonAsync(malee, malee.Words("พักการดำเนินการ", "Pause"), "รอคำสั่ง");
        await malee.SeeStateAsync("พักการดำเนินการ", "Paused");
        await Expect(malee.Page.Locator("[data-word=pausedBy]")).ToContainTextAsync("รอคำสั่ง");
        await malee.LookAtAsync("overview-paused");
        await PictureAsync(malee, $"paused-{language}-{width}");
        await malee.Button("ดำเนินการต่อ", "Go on").ClickAsync();
        await malee.SeeStateAsync("เปิดรับ", "Open");
        await ReasonAsync(malee, malee.Words("ยกเลิกรอบ", "Call the cycle off"), "ไม่มีงบประมาณ");
        await malee.SeeStateAsync("ยกเลิกรอบแล้ว", "Cancelled");
        await Expect(malee.Page.Locator("ol.tasks")).Not.ToContainTextAsync(malee.Words("ระบบปิดเองเมื่อถึงเวลา", "by itself when the time comes"));
        await malee.LookAtAsync("overview-cancelled");
        await PictureAsync(malee, $"cancelled-{language}-{width}");
        Assert.Equal("cancelled", await server.Client.StateAsync(id));
    }

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task Paused_while_letters_go_out_the_page_says_how_many_have_gone_and_called_off_the_others_stay(string language, int width)
    {
        await using var server = await StartedAsync(LocalServer.StartAsync(
            embedded, ("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"),
            ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver"), ("Mail:PerMinute", "60")));
        var id = await server.OpenCycleAsync(entries: 6);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        using (var wichai = new AwardFlowClient(server.Address, ApproverKey))
        {
            await wichai.ApproveAsync(id);
        }
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(server.MailsOf(id).Length >= 2));
        await using var malee = await OpenAsync(server, OperatorKey, language, width, $"#cycle/{id}");
        await malee.SeeStateAsync("กำลังส่ง", "Sending");
        await ReasonAsync(malee, malee.Words("พักการดำเนินการ", "Pause"), "พบที่อยู่ผิด");
        await malee.SeeStateAsync("พักการดำเนินการ", "Paused");
        var stopped = server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(stopped.IsCompleted));
        var gone = server.MailsOf(id).Length;
        Assert.InRange(gone, 2, 5);
        await malee.Page.ReloadAsync();
        await Expect(malee.Page.Locator("ol.tasks")).ToContainTextAsync(malee.Words($"ส่งแล้ว {gone} จาก 6 ฉบับ", $"{gone} of 6"));
        await malee.LookAtAsync("overview-paused-sending");
        await PictureAsync(malee, $"paused-sending-{language}-{width}");
        server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(gone, server.MailsOf(id).Length);

        await ReasonAsync(malee, malee.Words("ยกเลิกรอบ", "Call the cycle off"), "ส่งผิดรอบ");
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => await server.Client.StateAsync(id) == "sent");
        await malee.Page.ReloadAsync();
        await malee.SeeStateAsync("ส่งแล้ว", "Sent");
        await Expect(malee.Page.Locator("main"))
            .ToContainTextAsync(malee.Words($"ยกเลิก {6 - gone} ฉบับ ซึ่งจะไม่ส่ง", $"{6 - gone} letters were called off and are not sent"));
        await malee.LookAtAsync("overview-called-off-sending");
        await PictureAsync(malee, $"called-off-sending-{language}-{width}");
        Assert.Equal(gone, server.MailsOf(id).Length);
        malee.WasClean(OperatorKey, ApproverKey);
    }

    [Fact]
    public async Task With_the_arrow_keys_one_goes_from_letter_to_letter()
    {
        await using var server = await StartAsync();
        var id = await server.OpenCycleAsync(entries: 3);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await using var wichai = await OpenAsync(server, ApproverKey, "th", 1366, $"#cycle/{id}/desk");
        var shown = wichai.Page.Locator("[data-letter]");
        var first = await shown.InnerTextAsync();
        await Expect(wichai.Page.Locator("[data-looked]")).ToContainTextAsync("1 จาก");
        await wichai.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(wichai.Page.Locator("[data-looked]")).ToContainTextAsync("2 จาก");
        await Expect(shown).Not.ToHaveTextAsync(first);
        await wichai.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(shown).ToHaveTextAsync(first);
        // The first stop of the dialog is the box for the reason, and Enter without one changes nothing.
        await wichai.Button("ส่งกลับแก้ไข", "").FocusAsync();
        await wichai.Page.Keyboard.PressAsync("Enter");
        await Expect(wichai.Page.Locator("dialog #why")).ToBeFocusedAsync();
        await wichai.Page.Keyboard.PressAsync("Enter");
        await wichai.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));
    }

    [Fact]
    public async Task What_changed_since_the_desk_was_opened_is_told_and_not_approved()
    {
        await using var server = await StartAsync();
        var id = await server.OpenCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await using var wichai = await OpenAsync(server, ApproverKey, "th", 1366, $"#cycle/{id}/desk");
        await Expect(wichai.Button("อนุมัติและส่งหนังสือ 2 ฉบับ", "")).ToBeVisibleAsync();
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0001/address", new { address = "saraban@other.example" }));
        await wichai.Button("อนุมัติและส่งหนังสือ 2 ฉบับ", "").ClickAsync();
        await wichai.Button("อนุมัติและส่ง", "").ClickAsync();
        await Expect(wichai.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ที่อยู่หรือเอกสารของผลงาน 1 รายการ (E0001)");
        await Expect(wichai.Page.Locator(".changed")).ToContainTextAsync("saraban@other.example");
        await Expect(wichai.Page.Locator(".warnings")).ToContainTextAsync("ที่อยู่ที่แก้ไขหลังปิดรับ 1 รายการ");
        await PictureAsync(wichai, "desk-changed-th-1366");
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));
    }

    private Task<LocalServer> StartAsync() => StartedAsync(LocalServer.StartAsync(
        embedded, ("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"), ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver"),
        ("Api:Keys:somchai", OtherApproverKey), ("Api:Keys:somchai:Role", "approver"), ("Approval:UndoSeconds", "60")));

    private static async Task<LocalServer> StartedAsync(Task<LocalServer> starting)
    {
        var server = await starting;
        server.Client.Http.DefaultRequestHeaders.Add("X-Api-Key", OperatorKey);
        return server;
    }

    private async Task<PeoplesPage> OpenAsync(LocalServer server, string key, string language, int width, string place)
    {
        var person = await chromium.OpenAsync(server.Address, language, width, key: key);
        await Expect(person.Page.Locator("main h1")).ToBeVisibleAsync();
        await person.Page.GotoAsync($"/{place}");
        await Expect(person.Page.Locator("nav.parts")).ToBeVisibleAsync();
        return person;
    }

    private static async Task CloseAsync(PeoplesPage malee, int nth)
    {
        await malee.Button("ปิดรับทันที", "Close now").First.ClickAsync();
        await malee.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = malee.Words("ปิดรับทันที", "Close now") }).ClickAsync();
        await malee.SeeStateAsync("รออนุมัติ", "Awaiting approval");
        if (nth > 0)
        {
            await Expect(malee.Page.Locator("aside")).ToContainTextAsync(malee.Words("จัดทำหนังสือครั้งที่", "Letters made"));
        }
    }

    private static async Task ToDeskAsync(PeoplesPage approver, LocalServer server, string id)
    {
        await approver.Page.GotoAsync($"{server.Address}/#cycle/{id}");
        await approver.Page.ReloadAsync();
        await approver.Link("ตรวจและอนุมัติหนังสือ 3 ฉบับ", "Check and approve 3 letters").ClickAsync();
        await Expect(approver.Page.Locator(".letter [data-painted]")).ToBeVisibleAsync();
    }

    private static async Task SendBackAsync(PeoplesPage approver, string reason)
    {
        await ReasonAsync(approver, approver.Words("ส่งกลับแก้ไข", "Send back"), reason);
        await approver.SeeStateAsync("เปิดรับ", "Open");
    }

    private static async Task ReasonAsync(PeoplesPage person, string name, string reason)
    {
        await person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await person.Page.Locator("dialog #why").FillAsync(reason);
        await person.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(PeoplesPage approver)
    {
        await approver.Button("อนุมัติและส่งหนังสือ 3 ฉบับ", "Approve and send 3 letters").ClickAsync();
        await approver.Button("อนุมัติและส่ง", "Approve and send").ClickAsync();
        await Expect(approver.Page.Locator("ol.tasks")).ToBeVisibleAsync();
    }

    private static async Task PictureAsync(PeoplesPage person, string name)
    {
        if (Environment.GetEnvironmentVariable("DESK_PICTURES") is { Length: > 0 } folder)
        {
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
