using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>An officer corrects letters that were sent, and an approver looks at the correction and lets it go.</summary>
public class CorrectionPagesTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_correction_is_begun_at_an_entry_looked_at_as_a_draft_approved_by_another_person_and_sent(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SampleCycle.ReleaseAsync(server);
        await server.SentAsync(id);
        // The letters went without approval; from now on the office asks for it again.
        await server.Services.GetRequiredService<CycleStore>()
            .ChangeAsync(CycleId.Parse(id), cycle => cycle with { ApprovalRule = Approval.Required }, TestContext.Current.CancellationToken);
        await using var malee = await OpenAsync(server, AwardFlowClient.OperatorKey, language, width, $"#cycle/{id}/ledger/LG-001");
        await malee.Link("ขอแก้ไข…", "Correct…").ClickAsync();
        await malee.Box("ที่ (เลขที่หนังสือแก้ไข)", "Number of the correction").FillAsync("สพร 2564/ว2999");
        await Expect(malee.Page.Locator("#entries")).ToHaveValueAsync("LG-001");
        await malee.Button("ดูร่าง", "Look at a draft").ClickAsync();
        await Expect(malee.Page.Locator("[data-painted]")).ToBeVisibleAsync();
        await malee.LookAtAsync("correction-form");
        await PictureAsync(malee, $"correction-form-{language}-{width}");
        // What the usual words leave open is asked for.
        await malee.Button("ขออนุมัติ", "Ask for approval").ClickAsync();
        await Expect(malee.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“…”");
        await malee.Page.Locator("#correction-opening")
            .FillAsync("ตามหนังสือที่อ้างถึง ได้แจ้งผลการพิจารณานั้น จึงขอแก้ไขวันที่ของการประชุมเป็นวันที่ 8 ตุลาคม 2564");
        await malee.Button("ขออนุมัติ", "Ask for approval").ClickAsync();
        await malee.SeeAsync("รออนุมัติ", "Awaits approval");

        await using var wichai = await OpenAsync(server, AwardFlowClient.ApproverKey, language, width, $"#cycle/{id}");
        await wichai.Link("ตรวจหนังสือแก้ไข", "Look at the corrections").ClickAsync();
        await wichai.LookAtAsync("corrections");
        await wichai.Link("หนังสือแก้ไขครั้งที่ 1", "Correction 1").ClickAsync();
        await Expect(wichai.Page.Locator(".letter [data-painted]")).ToBeVisibleAsync();
        await wichai.LookAtAsync("correction-desk");
        await PictureAsync(wichai, $"correction-desk-{language}-{width}");
        await wichai.Button("อนุมัติให้ส่ง 1 ฉบับ", "Approve 1 letters").ClickAsync();
        await wichai.Button("อนุมัติและส่ง", "Approve and send").ClickAsync();
        await wichai.SeeAsync("ส่งแล้ว 1 จาก 1 ฉบับ", "1 of 1 letters sent");
        Assert.Equal(SampleCycle.Letters + 1, server.MailsOf(id).Length);

        await wichai.Page.GotoAsync($"/#cycle/{id}/ledger?sort=code");
        await Expect(wichai.Page.Locator("td a", new() { HasText = wichai.Words("หนังสือแก้ไขครั้งที่ 1", "Correction 1") })).ToBeVisibleAsync();
        await PictureAsync(wichai, $"correction-ledger-{language}-{width}");
        malee.WasClean(AwardFlowClient.OperatorKey);
        wichai.WasClean(AwardFlowClient.ApproverKey);
    }

    private async Task<PeoplesPage> OpenAsync(LocalServer server, string key, string language, int width, string place)
    {
        var person = await chromium.OpenAsync(server.Address, language, width, key: key);
        await Expect(person.Page.Locator("main h1")).ToBeVisibleAsync();
        await person.Page.GotoAsync($"/{place}");
        await Expect(person.Page.Locator("nav.parts")).ToBeVisibleAsync();
        return person;
    }

    private static async Task PictureAsync(PeoplesPage person, string name)
    {
        if (Environment.GetEnvironmentVariable("DESK_PICTURES") is { Length: > 0 } folder)
        {
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
