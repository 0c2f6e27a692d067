using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>The trail as a person reads it, and what the page says when somebody bent it.</summary>
public class TrailPageTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_person_sees_who_did_what_and_whether_it_is_whole(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "หน่วยงานขอให้ส่งใหม่" }));
        await server.ResentAsync(id, "E0001");
        await using var auditor = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        var page = auditor.Page;

        await page.GotoAsync($"/#cycle/{id}");
        await auditor.Link("บันทึกการดำเนินการ", "Trail").ClickAsync();

        await auditor.SeeAsync("ครบถ้วน ไม่พบการแก้ไข", "Whole: nothing was altered");
        var end = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?limit=1");
        Assert.Equal(end["sha256"]!.GetValue<string>(), await page.Locator("code.hash").InnerTextAsync());
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(auditor.Words("สั่งส่งใหม่", "Sent again"));
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("หน่วยงานขอให้ส่งใหม่");
        await Expect(page.Locator("tbody tr").Last).ToContainTextAsync(auditor.Words("สร้างรอบ", "Cycle created"));
        await auditor.LookAtAsync("trail");

        await auditor.Button("ตรวจทั้งหมดและเอกสารทุกฉบับ", "Check everything, and every document").ClickAsync();
        await auditor.SeeAsync("เอกสาร 6 ฉบับ จาก 1 รอบการจัดทำ ตรงกับค่าแฮชทุกฉบับ", "6 documents fit their hashes (rounds: 1)");
        await page.Locator("details summary").Last.ClickAsync();
        await Expect(page.Locator("details .done")).ToContainTextAsync(auditor.Words("ตรวจแล้ว 0 บรรทัด", "0 lines"));
        await auditor.LookAtAsync("trail-people");

        var row = (await embedded.Storage.Rows.FindAsync(id, "trail!00000003", TestContext.Current.CancellationToken))!;
        await embedded.Storage.Rows.CommitAsync(
            id, RowChange.Put(row.Key, row.Json.Replace("local", "lokal", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await auditor.Button("ตรวจทั้งหมดและเอกสารทุกฉบับ", "Check everything, and every document").ClickAsync();
        await auditor.SeeAsync("บรรทัดที่ 3 ถูกแก้ไข", "Line 3 was altered");
        await auditor.LookAtAsync("trail-bent");
        auditor.WasClean();
    }
}
