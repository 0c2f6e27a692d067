using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Lists of 3,000 entries: sorted, filtered, searched and turned, and still there when one comes back.</summary>
public class LongListPagesTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const int Entries = 3000;

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("th", 360)]
    public async Task Back_from_an_entry_search_rows_and_place_are_as_they_were(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await ScoredAsync(server);
        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        var page = officer.Page;
        var rows = page.Locator(".filters ~ .table tbody tr");
        await page.GotoAsync($"/#cycle/{id}/results");
        await Expect(page.Locator("#turn-on")).ToBeVisibleAsync();
        await officer.SeeAsync("1–50 จาก 3,000", "");

        await page.Locator("#passed").SelectOptionAsync("no");
        await officer.SeeAsync("พบ 1,500 รายการ", "");
        if (width > 600)
        {
            await page.GetByRole(AriaRole.Columnheader, new() { Name = "ผลงาน", Exact = true }).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "ผลงาน", Exact = true })).ToHaveAttributeAsync("aria-sort", "ascending");
        }
        else
        {
            await page.Locator("#order").SelectOptionAsync("code");
        }
        await Expect(rows.First).ToContainTextAsync("E0002");
        await page.Locator("#search").FillAsync("E2");
        await officer.SeeAsync("พบ 500 รายการ", "");
        await page.Locator("#turn-on").ClickAsync();
        await officer.SeeAsync("51–100 จาก 500", "");
        await Expect(rows.First).ToContainTextAsync("E2100");
        await officer.LookAtAsync("long-list");

        await page.GetByRole(AriaRole.Link, new() { Name = "E2120", Exact = true }).ClickAsync();
        await Expect(officer.Heading("E2120", "E2120")).ToBeVisibleAsync();
        var y = await page.EvaluateAsync<int>("() => scrollY");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(officer.Heading("E2122", "E2122")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(officer.Heading("E2120", "E2120")).ToBeFocusedAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.GoBackAsync();
        }
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "E2120", Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "E2120", Exact = true })).ToBeInViewportAsync();
        await Expect(page.Locator("#search")).ToHaveValueAsync("E2");
        await Expect(page.Locator("#passed")).ToHaveValueAsync("no");
        await officer.SeeAsync("51–100 จาก 500", "");
        Assert.True(y >= 0);

        // The way by the entry's own link is the same list.
        await page.GetByRole(AriaRole.Link, new() { Name = "E2120", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "‹ ผลงานและคะแนน" }).ClickAsync();
        await officer.SeeAsync("51–100 จาก 500", "");
        await Expect(page.Locator("#search")).ToHaveValueAsync("E2");
        await page.ReloadAsync();
        await officer.SeeAsync("51–100 จาก 500", "");
        officer.WasClean();
    }

    // Every second entry passes.
    private static async Task<string> ScoredAsync(LocalServer server)
    {
        var definition = LocalServer.NewCycle();
        var codes = TestSheets.Codes(Entries);
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(codes)));
        await AwardFlowClient.SucceedAsync(
            await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(codes.Where((_, i) => i % 2 == 0), "ก")));
        await AwardFlowClient.SucceedAsync(
            await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(codes.Where((_, i) => i % 2 == 1), "ก", a: 10)));
        return definition.Id.Text;
    }
}
