using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>A correspondence officer's whole day on the pages, from the sample to a letter that is sent again.</summary>
public class OfficersDayTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const string OperatorKey = "operator-key-0123456789";
    private const string ApproverKey = "approver-key-0123456789";
    private const string Bounced = "LG-007";

    [Theory]
    [InlineData("th", 1280)]
    [InlineData("en", 360)]
    public async Task An_officer_takes_the_sample_from_its_definition_to_a_corrected_address(string language, int width)
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        await using var server = await LocalServer.StartAsync(
            embedded, ("Mail:Transport", "sendgrid"), ("SendGrid:ApiKey", SendGridServer.ApiKey),
            ("SendGrid:BaseUrl", sendGrid.Address.ToString()), ("SendGrid:WebhookPublicKey", sendGrid.PublicKey),
            ("Approval:UndoSeconds", "0"), ("Receipts:Key", "a-key-of-receipts-for-tests-only-2564"), ("Receipts:BaseUrl", "https://award.example"),
            ("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"), ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver"));
        await using var day = await chromium.OpenAsync(server.Address, language, width);

        await SignInAsync(day);
        await CreateAsync(day, $"day-{language}-{width}");
        await SendEntriesAsync(day);
        await SendWrongScoresAsync(day);
        await SendScoresAsync(day);
        await PreviewAsync(day);
        await CloseAsync(day);
        await ApproveAsync(day);
        await ReportAsync(server, sendGrid);
        await MendAddressAsync(day);

        Assert.Equal("saraban@right.example", sendGrid.Taken.Last().To);
        Assert.Equal(15, sendGrid.Taken.Count);
        day.WasClean(OperatorKey, ApproverKey);
    }

    private static async Task SignInAsync(PeoplesPage day)
    {
        await Expect(day.Heading("เข้าใช้งาน", "Sign in")).ToBeVisibleAsync();
        await day.LookAtAsync("sign-in");
        await day.SignInAsync("not-the-right-key");
        await Expect(day.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(day.Words("ไม่ถูกต้อง", "not right"));
        await day.SignInAsync(OperatorKey);
        await Expect(day.Page.Locator("h1")).ToHaveTextAsync(day.Words("รอบการประกวด", "Award cycles"));
    }

    private static async Task CreateAsync(PeoplesPage day, string id)
    {
        await day.Link("สร้างรอบใหม่", "New cycle").ClickAsync();
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "cycle.json"), TestContext.Current.CancellationToken))!;
        definition["id"] = id;
        var file = day.Page.GetByLabel(day.Words("ไฟล์ข้อกำหนดของรอบ (cycle.json)", "Definition of the cycle (cycle.json)"));
        await file.SetInputFilesAsync(Path.Combine(SampleFolder.Path, "scores-1-long.csv"));
        await Expect(day.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("scores-1-long.csv");
        await file.SetInputFilesAsync(
            new FilePayload { Name = "cycle.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(definition.ToJsonString()) });
        // The sample's own closing time has passed; the page proposes one ahead.
        await Expect(day.Button("สร้างรอบ", "Create the cycle")).ToBeVisibleAsync();
        await day.LookAtAsync("new-cycle");
        await day.Button("สร้างรอบ", "Create the cycle").ClickAsync();
        await day.SeeStateAsync("เปิดรับ", "Open");
    }

    private static async Task SendEntriesAsync(PeoplesPage day)
    {
        await day.Box("ไฟล์ผลงาน (xlsx, csv)", "List of entries (xlsx, csv)").SetInputFilesAsync(Path.Combine(SampleFolder.Path, "entries.xlsx"));
        await day.SeeAsync("ตรวจแล้วถูกต้อง 14 รายการ", "No errors: 14 rows");
        await Expect(day.Page.GetByText(day.Words("ยังไม่มีการส่งไฟล์", "Nothing was uploaded yet"))).ToBeVisibleAsync();
        await day.Button("บันทึก 14 รายการ", "Save 14 rows").ClickAsync();
        await day.SeeAsync("บันทึกแล้ว 1 ไฟล์ รวม 14 รายการ (ส่งครั้งที่ 1)", "1 files saved, 14 rows (uploads 1)");
    }

    private static async Task SendWrongScoresAsync(PeoplesPage day)
    {
        var sheet = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "scores-4-wide-thai.csv"), TestContext.Current.CancellationToken);
        var wrong = sheet.Replace("LG-001,กรรมการ จ,12.8", "LG-001,กรรมการ จ,95", StringComparison.Ordinal)
            .Replace("LG-002,", "LG-0O2,", StringComparison.Ordinal);
        var dropped = await day.Page.EvaluateHandleAsync(
            "text => { const data = new DataTransfer(); data.items.add(new File([text], 'คะแนน.csv', { type: 'text/csv' })); return data; }", wrong);
        await day.Page.Locator(".drop").Nth(1).DispatchEventAsync("drop", new { dataTransfer = dropped });

        await Expect(day.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        var report = day.Page.GetByRole(AriaRole.Table, new() { Name = day.Words("ข้อผิดพลาดในตาราง", "Errors in the sheet") });
        var rows = report.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Nth(0).GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("2");
        await Expect(rows.Nth(0)).ToContainTextAsync("95");
        await Expect(rows.Nth(0)).ToContainTextAsync("C1");
        await Expect(rows.Nth(1)).ToContainTextAsync("LG-0O2");
        await Expect(rows.Nth(1)).ToContainTextAsync("LG-002");
        await day.LookAtAsync("report");
        var copy = await day.Page.RunAndWaitForDownloadAsync(() =>
            day.Button("ดาวน์โหลดสำเนาตารางที่บอกข้อผิดพลาดในแต่ละแถว", "Download a copy that says in each row what is wrong").ClickAsync());
        Assert.EndsWith("-scores-problems.xlsx", copy.SuggestedFilename, StringComparison.Ordinal);
    }

    private static async Task SendScoresAsync(PeoplesPage day)
    {
        var sheets = Directory.GetFiles(SampleFolder.Path, "scores-*").Order(StringComparer.Ordinal).ToArray();
        var file = day.Box("ไฟล์คะแนนของกรรมการ (xlsx, csv)", "Judges’ score sheets (xlsx, csv)");
        await file.SetInputFilesAsync(sheets);
        // All at once, with one button and one summary.
        await day.Button("บันทึกทั้ง 4 ไฟล์ รวม 420 รายการ", "Save all 4 files, 420 rows").ClickAsync();
        await day.SeeAsync("บันทึกแล้ว 4 ไฟล์ รวม 420 รายการ (ส่งครั้งที่ 2, 3, 4, 5)", "4 files saved, 420 rows (uploads 2, 3, 4, 5)");
        var history = day.Page.GetByRole(AriaRole.Table, new() { Name = day.Words("ประวัติการส่งไฟล์", "History of uploads") });
        await Expect(history.Locator("tbody tr")).ToHaveCountAsync(5);

        // The last one is taken back, and comes again.
        await history.GetByRole(AriaRole.Button, new() { Name = day.Words("เพิกถอนไฟล์ 5", "Undo 5") }).ClickAsync();
        await day.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = day.Words("เพิกถอนไฟล์", "Undo"), Exact = true }).ClickAsync();
        await day.SeeAsync("เพิกถอนไฟล์ครั้งที่ 5 แล้ว", "Upload 5 was undone");
        await file.SetInputFilesAsync(sheets[^1]);
        await day.Button("บันทึก 84 รายการ", "Save 84 rows").ClickAsync();
        await day.SeeAsync("เป็นการส่งครั้งที่ 7", "as upload 7");
        await Expect(history.Locator("tbody tr")).ToHaveCountAsync(7);
        await day.LookAtAsync("uploads");
    }

    private static async Task PreviewAsync(PeoplesPage day)
    {
        await day.Link("ผลงานและคะแนน", "Results").ClickAsync();
        await Expect(day.Page.GetByRole(AriaRole.Img, new() { Name = "60.00" })).ToBeVisibleAsync();
        await Expect(day.Page.Locator("tbody tr", new() { HasText = "LG-001" })).ToContainTextAsync("67.92");
        await day.LookAtAsync("results");
        await day.Page.GetByRole(AriaRole.Link, new() { Name = "LG-001", Exact = true }).ClickAsync();
        await Expect(day.Heading("ตัวอย่างหนังสือ (ร่าง)", "Preview (draft)")).ToBeVisibleAsync();
        await Expect(day.Button("หนังสือ", "Letter")).ToHaveAttributeAsync("aria-pressed", "true");
        await day.LookAtAsync("entry");
        await day.Button("ใบสรุปผล", "Result sheet").ClickAsync();
        await Expect(day.Button("ใบสรุปผล", "Result sheet")).ToHaveAttributeAsync("aria-pressed", "true");
        var document = await day.Page.RunAndWaitForDownloadAsync(() => day.Link("ดาวน์โหลด", "Download").ClickAsync());
        await using var pdf = await document.CreateReadStreamAsync();
        var start = new byte[5];
        await pdf.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(start));
    }

    private static async Task CloseAsync(PeoplesPage day)
    {
        await day.Link("ภาพรวม", "Overview").ClickAsync();
        await day.LookAtAsync("overview-open");
        await day.Button("ปิดรับทันที", "Close now").ClickAsync();
        var dialog = day.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await day.LookAtAsync("confirm");
        await dialog.GetByRole(AriaRole.Button, new() { Name = day.Words("ปิดรับทันที", "Close now") }).ClickAsync();
        await day.SeeStateAsync("รออนุมัติ", "Awaiting approval");
    }

    private static async Task ApproveAsync(PeoplesPage day)
    {
        await day.SeeAsync("บัญชีนี้อนุมัติไม่ได้", "This account cannot approve");
        await day.SignInAsAnotherAsync(ApproverKey);
        await day.Link("ตรวจและอนุมัติหนังสือ 14 ฉบับ", "Check and approve 14 letters").ClickAsync();
        await Expect(day.Page.Locator("[data-painted]")).ToBeVisibleAsync();
        await day.LookAtAsync("desk");
        await day.Button("อนุมัติและส่งหนังสือ 14 ฉบับ", "Approve and send 14 letters").ClickAsync();
        await day.Button("อนุมัติและส่ง", "Approve and send").ClickAsync();
        await day.SeeStateAsync("ส่งแล้ว", "Sent");
        await day.SeeAsync("14 จาก 14", "14 of 14");
        await day.SeeAsync("wichai อนุมัติเมื่อ", "by wichai");
        await day.LookAtAsync("overview-sent");
    }

    private static async Task ReportAsync(LocalServer server, SendGridServer sendGrid)
    {
        var now = server.Time.GetUtcNow();
        var events = new JsonArray([.. sendGrid.Taken.Select(mail => SendGridServer.Event(mail, mail.Entry == Bounced ? "bounce" : "delivered", now))]);
        using var response = await server.Client.Http.SendAsync(sendGrid.Call(events.ToJsonString(), now), TestContext.Current.CancellationToken);
        await AwardFlowClient.SucceedAsync(response);
    }

    private static async Task MendAddressAsync(PeoplesPage day)
    {
        await day.SignInAsAnotherAsync(OperatorKey);
        await day.Link("การส่งและลงรับ", "Deliveries").ClickAsync();
        var rows = day.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(14);
        await Expect(rows.Nth(0)).ToContainTextAsync(Bounced);
        await Expect(rows.Nth(0)).ToContainTextAsync(day.Words("ปลายทางไม่มีที่อยู่นี้", "550 5.1.1 no such mailbox"));
        await day.LookAtAsync("ledger");

        await day.Page.GetByRole(AriaRole.Link, new() { Name = Bounced }).ClickAsync();
        await day.Box("ไปรษณีย์อิเล็กทรอนิกส์กลาง", "Saraban e-mail").FillAsync("no address");
        await day.Button("บันทึกที่อยู่", "Save the address").ClickAsync();
        await Expect(day.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no address");
        await day.Box("ไปรษณีย์อิเล็กทรอนิกส์กลาง", "Saraban e-mail").FillAsync("saraban@right.example");
        await day.Button("บันทึกที่อยู่", "Save the address").ClickAsync();
        await day.SeeAsync("แก้ไขที่อยู่เป็น saraban@right.example แล้ว", "The address is now saraban@right.example");
        // What became of the mail became of it at the old address.
        await day.SeeAsync("ที่อยู่ใหม่ ยังไม่ได้ส่ง", "new address, not sent to yet");
        await day.Link("การส่งและลงรับ", "Deliveries").ClickAsync();
        await Expect(rows.Nth(0)).ToContainTextAsync(day.Words("ที่อยู่ใหม่ ยังไม่ได้ส่ง", "new address, not sent to yet"));
        await Expect(rows.Nth(0)).Not.ToContainTextAsync("saraban@right.example");
        await day.Page.GetByRole(AriaRole.Link, new() { Name = Bounced }).ClickAsync();

        await day.Page.Locator("#resend-reason").FillAsync("ที่อยู่เดิมผิด");
        await day.Button("ส่งหนังสือใหม่", "Send the letter again").ClickAsync();
        var journal = day.Page.GetByRole(AriaRole.Table, new() { Name = day.Words("ประวัติการส่ง", "Journal") });
        await Expect(journal).ToContainTextAsync(day.Words("สั่งส่งใหม่: ที่อยู่เดิมผิด", "sent again: ที่อยู่เดิมผิด"));
        // A second person lets the new address be used.
        await Expect(journal).ToContainTextAsync(day.Words("ที่อยู่ไม่ตรงกับที่อนุมัติ", "the address is not the one that was approved"));
        await day.SignInAsAnotherAsync(ApproverKey);
        await day.LookAtAsync("delivery-held");
        await day.Button("อนุมัติให้ใช้ที่อยู่นี้", "Let this address be used").ClickAsync();
        await Expect(journal).ToContainTextAsync(day.Words("อนุมัติให้ใช้ที่อยู่ที่แก้ไข", "the corrected address may be used"));
        await Expect(journal.Locator("tbody tr", new() { HasText = day.Words("บริการไปรษณีย์รับไว้แล้ว", "taken by the mail service") })).ToHaveCountAsync(2);
        await Expect(day.Page.GetByText(day.Words("ที่อยู่ใหม่ ยังไม่ได้ส่ง", "new address, not sent to yet"))).ToHaveCountAsync(0);
        await day.LookAtAsync("delivery");
    }
}
