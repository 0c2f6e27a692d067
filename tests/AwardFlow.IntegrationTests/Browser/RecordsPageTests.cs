using System.Net;
using AwardFlow.IntegrationTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Records on the cycle's page: the archive, how long things are kept, and refused files that an officer erases.</summary>
public class RecordsPageTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>, IClassFixture<Chromium>
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
}
