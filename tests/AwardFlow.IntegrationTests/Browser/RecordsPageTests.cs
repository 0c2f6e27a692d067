using System.Net;
using AwardFlow.IntegrationTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Records on the cycle's page: the archive, how long things are kept, and refused files that an officer erases.</summary>
public class RecordsPageTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task An_officer_sees_how_long_things_are_kept_and_erases_a_refused_file(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var refused = await server.Client.UploadAsync(id, "scores", "entry_code,judge,A,B,C\nE0001,ก,4000,20,10\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        var page = officer.Page;

        await page.GotoAsync($"/#cycle/{id}/records");
        await Expect(officer.Button("ดาวน์โหลดแฟ้มจดหมายเหตุ (zip)", "Download the archive (zip)")).ToBeVisibleAsync();
        await officer.SeeAsync("ชื่อผู้ลงรับหนังสือ", "Names of who registered letters");
        await officer.LookAtAsync("records");

        await officer.Button("ลบทุกไฟล์", "Erase all of them").ClickAsync();
        await page.Locator("dialog").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = officer.Words("ลบ", "Erase"), Exact = true }).ClickAsync();
        await officer.SeeAsync("ไม่มีไฟล์ที่ระบบไม่รับ", "There are none.");
        officer.WasClean();
    }

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task An_officer_asks_for_an_erasure_and_an_approver_has_it_done(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var (id, name) = (await server.OpenCycleAsync(entries: 1), $"นายทดสอบ {Guid.NewGuid():N}"[..20]);
        using var refused = await server.Client.UploadAsync(
            id, "scores", System.Text.Encoding.UTF8.GetBytes($"entry_code,judge,A,B,C\nE0001,{name},4000,20,10\n"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await using (var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow(), AwardFlowClient.OperatorKey))
        {
            await officer.Page.GotoAsync("/#personal-data");
            await officer.Page.Locator("#person").FillAsync(name);
            await officer.Button("ค้นหา", "Look").ClickAsync();
            await officer.SeeAsync("ไฟล์ที่ระบบไม่รับ", "Files that were refused");
            await officer.LookAtAsync("personal-data");
            await officer.Button("ขอลบข้อมูล", "Ask for erasure").ClickAsync();
            await officer.Page.Locator("dialog")
                .GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = officer.Words("ขอลบข้อมูล", "Ask for erasure"), Exact = true }).ClickAsync();
            await officer.SeeAsync("ส่งคำขอแล้ว รอผู้อนุมัติคนอื่นพิจารณา", "Asked for; another approver decides");
            officer.WasClean();
        }
        await using var approver = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow(), AwardFlowClient.ApproverKey);
        await approver.Page.GotoAsync("/#personal-data");
        await approver.Page.GetByRole(Microsoft.Playwright.AriaRole.Row)
            .Filter(new() { HasText = name })
            .GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = approver.Words("ตรวจดู", "Look at it") }).ClickAsync();
        await approver.SeeAsync("จะถูกลบ", "Would be erased");
        await approver.Button("อนุมัติให้ลบ", "Approve the erasure").ClickAsync();
        await approver.Page.Locator("dialog")
            .GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = approver.Words("อนุมัติให้ลบ", "Approve the erasure"), Exact = true }).ClickAsync();
        await approver.SeeAsync("ลบข้อมูลแล้ว", "Erased");
        approver.WasClean();
    }
}
