using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>A cycle that has more entries than bars can show, lacks scores when its time comes, and is given more time.</summary>
public class OpenCycleTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const int Entries = 60;

    [Theory]
    [InlineData("th", 1280)]
    [InlineData("en", 360)]
    public async Task Missing_scores_are_listed_and_the_closing_time_is_moved(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await ScoredAsync(server);
        await using var officer = await chromium.OpenAsync(server.Address, language, width, server.Time.GetUtcNow());
        await officer.Page.GotoAsync($"/#cycle/{id}/results");
        await Expect(officer.Page.GetByRole(AriaRole.Img, new() { Name = "60.00" })).ToBeVisibleAsync();
        await officer.LookAtAsync("spread");

        server.ComeToClosing();
        await server.DoneAsync("CloseScores", id);
        await officer.Page.GotoAsync($"/#cycle/{id}");
        await officer.SeeAsync("ขาดคะแนน 1 รายการ (ผลงาน–กรรมการ)", "1 scores are missing");
        await Expect(officer.Page.GetByRole(AriaRole.Table).Locator("tbody tr")).ToContainTextAsync("E0060");
        await officer.LookAtAsync("overview-missing");

        await officer.Button("เปลี่ยนเวลาปิดรับ", "Move the closing time").ClickAsync();
        await officer.FillMomentAsync("closing", new DateOnly(2021, 10, 1), "09.00");
        await officer.Button("เปลี่ยนเวลา", "Move").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(officer.Page.Locator("#closing-day")).ToHaveValueAsync("1");
        await Expect(officer.Page.Locator("#closing-year")).ToHaveValueAsync(officer.Words("2564", "2021"));
        await officer.FillMomentAsync("closing", new DateOnly(2021, 10, 22), "16.30");
        await officer.Button("เปลี่ยนเวลา", "Move").ClickAsync();
        await officer.SeeAsync("เปลี่ยนเวลาปิดรับเป็น 22 ตุลาคม 2564", "The cycle now closes at 22 October 2021");
        await officer.SeeStateAsync("เปิดรับ", "Open");
        Assert.Equal("open", await server.Client.StateAsync(id));
        Assert.StartsWith("2021-10-22T16:30:00", (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["closesAt"]!, StringComparison.Ordinal);
        await officer.LookAtAsync("overview-extended");
        officer.WasClean();
    }

    // Averages from 25 to 84 by two judges, of whom one has not scored the last entry.
    private static async Task<string> ScoredAsync(LocalServer server)
    {
        var definition = LocalServer.NewCycle();
        var codes = TestSheets.Codes(Entries);
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(codes)));
        foreach (var (i, chunk) in codes.Chunk(5).Index())
        {
            await AwardFlowClient.SucceedAsync(
                await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(chunk, "ก", a: 10 + (i * 3), b: 10 + i, c: 5 + i)));
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
                definition.Id.Text, "scores", TestSheets.Scores(chunk.Except([codes[^1]], StringComparer.Ordinal), "ข", a: 12 + (i * 3), b: 9 + i, c: 4 + i)));
        }
        return definition.Id.Text;
    }
}
