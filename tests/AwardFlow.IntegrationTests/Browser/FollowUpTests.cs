using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>An officer follows the letters that went out: a held one, a bounce, reminders, the telephone, and what came of it all.</summary>
public class FollowUpTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const string Bounced = "LG-007";
    private const string Called = "LG-009";
    private const string InDoubt = "LG-003";

    [Theory]
    [InlineData("th", 1280)]
    [InlineData("en", 360)]
    public async Task An_officer_follows_the_letters_until_the_cycle_is_completed(string language, int width)
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        sendGrid.HasActivity = false;
        sendGrid.Meets = nth => nth == 1 ? SendGridServer.Manner.TakesAndResets : SendGridServer.Manner.Takes;
        await using var server = await LocalServer.StartAsync(
            embedded, ("Mail:Transport", "sendgrid"), ("Mail:WhenUnsure", "hold"),
            ("SendGrid:ApiKey", SendGridServer.ApiKey), ("SendGrid:BaseUrl", sendGrid.Address.ToString()),
            ("SendGrid:WebhookPublicKey", sendGrid.PublicKey),
            ("Receipts:Key", "a-key-of-receipts-for-tests-only-2564"), ("Receipts:BaseUrl", "https://award.example"));
        var id = await SampleCycle.ReleaseAsync(server);
        // Nobody can say what became of one mail; after five minutes it is held.
        await server.Log.WaitForAsync("SendPage of ", id, "LookAgainAt = 10");
        await MoveAsync(server, TimeSpan.FromMinutes(6), async () => await server.Client.StateAsync(id) == "sent");

        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow(), AwardFlowClient.OperatorKey);
        await Expect(officer.Page.Locator($"a[href='#cycle/{id}']")).ToBeVisibleAsync();
        await officer.LookAtAsync("cycles");
        await SettleHeldAsync(server, officer, id);
        await SeeNothingToTelephoneAsync(officer, id);
        await ReportBounceAsync(server, sendGrid, id);
        await SeeOverviewAsync(officer, id, received: 0, reminded: 0, toTelephone: 1);

        await RemindTwiceAsync(server, sendGrid, id);
        await officer.Page.Clock.SetFixedTimeAsync(server.Time.GetUtcNow().UtcDateTime);
        await SeeOverviewAsync(officer, id, received: 0, reminded: SampleCycle.Letters - 1, toTelephone: SampleCycle.Letters);
        await officer.LookAtAsync("overview-receipts");
        await SettleHeldReminderAsync(server, officer, id);
        await GoAsync(officer, $"#cycle/{id}");
        await TelephoneAsync(server, officer, id);
        await CorrectByTelephoneAsync(server, officer, id);
        await SeeReceivedAsync(officer, id);

        server.Time.Advance(TimeSpan.FromDays(20));
        await server.FinishedAsync(id);
        await GoAsync(officer, $"#cycle/{id}");
        await officer.SeeStateAsync("เสร็จสิ้น", "Completed");
        await officer.SeeAsync("ปิดรับการยืนยันเมื่อ", "Receipts closed");
        await officer.LookAtAsync("overview-completed");
        await GoAsync(officer, $"#cycle/{id}/statistics");
        await Expect(officer.Page.GetByRole(AriaRole.Table, new() { Name = officer.Words("กรรมการ", "Judges"), Exact = true }).Locator("tbody tr"))
            .ToHaveCountAsync(5);
        await officer.LookAtAsync("statistics");
        officer.WasClean();
    }

    private static async Task SettleHeldAsync(LocalServer server, PeoplesPage officer, string id)
    {
        var held = (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries?state=held"))[0]!["entryCode"]!;
        await GoAsync(officer, $"#cycle/{id}/ledger");
        await Expect(Rows(officer).Nth(0)).ToContainTextAsync(held);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = held, Exact = true }).ClickAsync();
        await officer.SeeAsync("ระบบไม่ทราบผลการส่ง", "Nobody can say whether the mail service took this mail");
        var reason = officer.Box("ทราบได้อย่างไร", "How you know");
        await reason.FillAsync("  ");
        await officer.Button("ยืนยันว่าส่งแล้ว", "It was sent").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await officer.LookAtAsync("delivery-held");
        await reason.FillAsync("โทรศัพท์สอบถามแล้ว ได้รับหนังสือ");
        await officer.Button("ยืนยันว่าส่งแล้ว", "It was sent").ClickAsync();
        await officer.SeeAsync("บันทึกว่าส่งแล้ว", "Noted as sent");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(Journal(officer).Locator("tbody tr").Last).ToContainTextAsync(officer.Words(
            "ยืนยันว่าส่งแล้ว: โทรศัพท์สอบถามแล้ว ได้รับหนังสือ", "settled as sent: โทรศัพท์สอบถามแล้ว ได้รับหนังสือ"));
        await Expect(officer.Button("ยืนยันว่าส่งแล้ว", "It was sent")).ToHaveCountAsync(0);
        Assert.Equal(SampleCycle.Letters, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["mailed"]!);
    }

    private static async Task SettleHeldReminderAsync(LocalServer server, PeoplesPage officer, string id)
    {
        var (ledger, cancelled) = (server.Services.GetRequiredService<DeliveryLedger>(), TestContext.Current.CancellationToken);
        var reminder = (await ledger.FindReminderAsync(CycleId.Parse(id), EntryCode.Parse(InDoubt), 2, cancelled))!;
        Assert.NotNull(await ledger.TryMoveAsync(
            reminder,
            reminder with { State = DeliveryState.Held, AcceptedAt = null, Why = DeliveryCause.HeldUnsure },
            DeliveryCause.HeldUnsure,
            by: null,
            cancelled));
        await GoAsync(officer, $"#cycle/{id}/ledger/{InDoubt}");
        await Expect(officer.Heading("การเตือนครั้งที่ 2 ระงับการส่งไว้", "Reminder 2 is held")).ToBeVisibleAsync();
        await officer.LookAtAsync("delivery-held-reminder");
        await officer.Box("เหตุผล", "Reason").First.FillAsync("พบในบันทึกของเครื่องส่ง");
        await officer.Button("ยืนยันว่าเตือนแล้ว", "The reminder was sent").ClickAsync();
        await officer.SeeAsync("บันทึกว่าส่งแล้ว", "Noted as sent");
        await Expect(officer.Heading("การเตือนครั้งที่ 2 ระงับการส่งไว้", "Reminder 2 is held")).ToHaveCountAsync(0);
    }

    private static async Task SeeNothingToTelephoneAsync(PeoplesPage officer, string id)
    {
        await GoAsync(officer, $"#cycle/{id}/telephone");
        await officer.SeeAsync("ยังไม่มีหน่วยงานที่ต้องโทรศัพท์ติดตาม", "There is nobody to telephone yet");
    }

    private static async Task ReportBounceAsync(LocalServer server, SendGridServer sendGrid, string id)
    {
        var (now, mail) = (server.Time.GetUtcNow(), sendGrid.Taken.First(mail => mail.Cycle == id && mail.Entry == Bounced));
        using var response = await server.Client.Http.SendAsync(
            sendGrid.Call(new JsonArray(SendGridServer.Event(mail, "bounce", now)).ToJsonString(), now), TestContext.Current.CancellationToken);
        await AwardFlowClient.SucceedAsync(response);
    }

    private static async Task SeeOverviewAsync(PeoplesPage officer, string id, int received, int reminded, int toTelephone)
    {
        await GoAsync(officer, $"#cycle/{id}");
        await officer.SeeStateAsync("ส่งแล้ว", "Sent");
        var facts = officer.Page.Locator("section, div", new() { Has = officer.Heading("การลงรับและการเตือน", "Receipts and reminders") }).Last;
        await Expect(facts).ToContainTextAsync(
            officer.Words($"หน่วยงานลงรับแล้ว{received} จาก {SampleCycle.Letters}", $"Registered by recipients{received} of {SampleCycle.Letters}"));
        await Expect(facts).ToContainTextAsync(officer.Words($"หน่วยงานที่เตือนแล้ว{reminded}", $"Recipients reminded{reminded}"));
        await Expect(facts).ToContainTextAsync(reminded == 0
            ? officer.Words("เตือนครั้งถัดไป30 ตุลาคม 2564", "Next reminders30 October 2021")
            : officer.Words("เตือนครั้งถัดไปไม่มีการเตือนอีก", "Next remindersno more reminders"));
        await Expect(facts).ToContainTextAsync(officer.Words($"ต้องโทรศัพท์ติดตาม{toTelephone} หน่วยงาน", $"To telephone{toTelephone} organisations"));
        await Expect(facts).ToContainTextAsync(officer.Words("ปิดรับการยืนยัน26 พฤศจิกายน 2564", "Receipts close26 November 2021"));
    }

    // Three days, the first reminder; three more, the second; and three more, after which the telephone is left.
    private static async Task RemindTwiceAsync(LocalServer server, SendGridServer sendGrid, string id)
    {
        var before = sendGrid.Taken.Count(mail => mail.Cycle == id);
        for (var nth = 1; nth <= 2; nth++)
        {
            var mails = before + (nth * (SampleCycle.Letters - 1));
            await MoveAsync(server, TimeSpan.FromDays(3) + TimeSpan.FromHours(1), async () =>
                await server.Client.StateAsync(id) == "sent" && sendGrid.Taken.Count(mail => mail.Cycle == id) == mails);
        }
        server.Time.Advance(TimeSpan.FromDays(4));
    }

    // A flow may have read the clock just before it moves; so the clock goes on a little until the flow has seen it.
    private static async Task MoveAsync(LocalServer server, TimeSpan far, Func<Task<bool>> seen)
    {
        server.Time.Advance(far);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(10), seen);
    }

    private static async Task TelephoneAsync(LocalServer server, PeoplesPage officer, string id)
    {
        await officer.Link("14 หน่วยงาน", "14 organisations").ClickAsync();
        await Expect(Rows(officer)).ToHaveCountAsync(SampleCycle.Letters);
        var row = officer.Page.Locator("tbody tr", new() { HasText = Called });
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "0 7321 4009" })).ToHaveAttributeAsync("href", "tel:073214009");
        await Expect(row).ToContainTextAsync(officer.Words("เตือนแล้ว 2 ครั้ง", "reminded 2 times"));
        await Expect(officer.Page.Locator("tbody tr", new() { HasText = SampleCycle.WithoutPhone }))
            .ToContainTextAsync(officer.Words("ไม่มีหมายเลข", "no number"));
        await Expect(officer.Page.Locator("tbody tr", new() { HasText = Bounced }))
            .ToContainTextAsync(officer.Words("ปลายทางไม่มีที่อยู่นี้", "550 5.1.1 no such mailbox"));
        await officer.LookAtAsync("telephone-list");
        var saved = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Button("ดาวน์โหลด csv", "Download csv").ClickAsync());
        using var csv = new StreamReader(await saved.CreateReadStreamAsync());
        Assert.Contains("0 7321 4009", await csv.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await officer.Link($"บันทึกของ {Called}", $"Record for {Called}").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Name = Called })).ToBeFocusedAsync();
        var (number, division) = (officer.Box("เลขรับ", "Register number"), officer.Box("ส่วนงานที่รับเรื่อง (กอง/ฝ่าย) (ไม่บังคับ)", "Division (if told)"));
        await number.FillAsync("  ");
        await division.FillAsync("กองคลัง");
        await officer.Button("บันทึกการลงรับ", "Record the receipt").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(officer.Words("เลขรับ", "Register number"));
        await number.FillAsync("๗๗");
        await officer.FillMomentAsync("registered", new DateOnly(2021, 12, 1), "10.00");
        await officer.Button("บันทึกการลงรับ", "Record the receipt").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(officer.Words("วันและเวลาที่รับ", "Registered at"));
        await Expect(number).ToHaveValueAsync("๗๗");
        await Expect(division).ToHaveValueAsync("กองคลัง");
        await officer.LookAtAsync("telephone-refused");
        Assert.Null((await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/{Called}"))["receipt"]);
        await officer.FillMomentAsync("registered", new DateOnly(2021, 10, 29), "10.00");
        await officer.Button("บันทึกการลงรับ", "Record the receipt").ClickAsync();
        await officer.SeeAsync("บันทึกการลงรับแล้ว", "The receipt is recorded");
        await officer.SeeAsync("รับที่ ๗๗ วันที่ ๒๙ ต.ค. ๒๕๖๔ เวลา ๑๐.๐๐ น. กองคลัง", "รับที่ ๗๗ วันที่ ๒๙ ต.ค. ๒๕๖๔ เวลา ๑๐.๐๐ น. กองคลัง");
        await officer.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { Name = officer.Words("โทรศัพท์ติดตาม", "To telephone") }).ClickAsync();
        await Expect(Rows(officer)).ToHaveCountAsync(SampleCycle.Letters - 1);
        await Expect(officer.Page.Locator("tbody tr", new() { HasText = Called })).ToHaveCountAsync(0);
    }

    private static async Task CorrectByTelephoneAsync(LocalServer server, PeoplesPage officer, string id)
    {
        await GoAsync(officer, $"#cycle/{id}/ledger/{Called}");
        await Expect(officer.Box("เลขรับ", "Register number")).ToHaveValueAsync("๗๗");
        await Expect(officer.Page.Locator("#registered-day")).ToHaveValueAsync("29");
        await Expect(officer.Page.Locator("#registered-time")).ToHaveValueAsync(officer.Words("10.00", "10:00"));
        await officer.Box("เลขรับ", "Register number").FillAsync("78");
        await officer.Button("บันทึกการลงรับ", "Record the receipt").ClickAsync();
        await Expect(Journal(officer).Locator("tbody tr").Last)
            .ToContainTextAsync(officer.Words("แก้ไขการลงรับตามที่แจ้งทางโทรศัพท์ รับที่ ๗๘", "receipt corrected by telephone รับที่ ๗๘"));
        await Expect(Journal(officer).Locator("tbody tr", new() { HasText = officer.Words("ถึงกำหนดเตือนครั้งที่ 2", "reminder 2 is due") }))
            .ToContainTextAsync(officer.Words("เตือนครั้งที่ 2", "Reminder 2"));
        await officer.SeeAsync("malee รับแจ้งทางโทรศัพท์", "by telephone, noted by malee");
        await officer.SeeAsync("2 ครั้ง ล่าสุด 2 พฤศจิกายน 2564", "2, the last 2 November 2021");
        await officer.LookAtAsync("delivery-received");
        Assert.Equal("78", (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/{Called}"))["receipt"]!["registerNumber"]!);
    }

    private static async Task SeeReceivedAsync(PeoplesPage officer, string id)
    {
        await officer.Link("การส่งและลงรับ", "Deliveries").ClickAsync();
        await officer.Box("สถานะ", "State").SelectOptionAsync("received");
        await Expect(Rows(officer)).ToHaveCountAsync(1);
        await Expect(Rows(officer)).ToContainTextAsync("รับที่ ๗๘ วันที่ ๒๙ ต.ค. ๒๕๖๔ เวลา ๑๐.๐๐ น. กองคลัง");
        await officer.LookAtAsync("ledger-received");
        await SeeOverviewAsync(officer, id, received: 1, reminded: SampleCycle.Letters - 1, toTelephone: SampleCycle.Letters - 1);
    }

    // As a bookmark does; a browser that is there already loads nothing.
    private static Task GoAsync(PeoplesPage officer, string place) =>
        officer.Page.Url.EndsWith($"/{place}", StringComparison.Ordinal) ? officer.Page.ReloadAsync() : officer.Page.GotoAsync($"/{place}");

    private static ILocator Rows(PeoplesPage officer) => officer.Page.GetByRole(AriaRole.Table).Locator("tbody tr");

    private static ILocator Journal(PeoplesPage officer) => officer.Page.GetByRole(AriaRole.Table, new() { Name = officer.Words("ประวัติการส่ง", "Journal") });
}
