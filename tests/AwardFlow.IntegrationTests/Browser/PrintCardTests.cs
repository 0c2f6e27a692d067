using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Paper on the cycle's page: what is printed, and recording that letters were posted.</summary>
public class PrintCardTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task An_officer_prints_what_is_released_records_postings_and_is_asked_before_a_number_changes(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2, definition => definition with { Approval = Approval.Required });
        await AwardFlowClient.SucceedAsync(
            await server.Client.UploadAsync(id, "entries", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', TestSheets.Codes(2).Select(TestCycle.Entry)
                .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},,{entry.Province}")
                .Prepend("entry_code,project,organisation,addressee,saraban_email,province")))));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        var page = officer.Page;
        await page.GotoAsync($"/#cycle/{id}");
        await officer.SeeAsync("ใช้สำหรับอ่านตรวจเท่านั้น", "for reading only");
        await Expect(officer.Button("ฉลากที่อยู่ 3×8 (PDF)", "Labels 3×8 (PDF)")).ToHaveCountAsync(0);

        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        await page.ReloadAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => officer.Button("ฉลากที่อยู่ 3×8 (PDF)", "Labels 3×8 (PDF)").ClickAsync());
        Assert.Equal($"{id}-labels.pdf", download.SuggestedFilename);
        await officer.LookAtAsync("print-card");
        await page.Locator("input[name='tracking-E0001']").FillAsync("RB123456785TH");
        await page.Locator("input[name='posted-E0002']").CheckAsync();
        await officer.Button("บันทึกการส่งที่เลือก", "Record the postings").ClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        Assert.Equal(["posted", "posted"], (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Select(row => (string)row!["state"]!));

        // The number of one letter is wiped by mistake: it is said which before it goes.
        await page.GotoAsync($"/#cycle/{id}/ledger/E0001");
        await page.Locator("#tracking").FillAsync("");
        await page.Locator("form").Filter(new() { Has = page.Locator("#tracking") }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(page.Locator("dialog")).ToContainTextAsync("RB123456785TH");
        await page.Locator("dialog")
            .GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = officer.Words("กลับไป", "Go back"), Exact = true }).ClickAsync();
        Assert.Equal("RB123456785TH", (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["trackingNumber"]!);
        officer.WasClean();
    }
}
