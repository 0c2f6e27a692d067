using System.Text;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Judging;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>A judge scores by the link of a mail, with no account: typed as on paper, kept as typed, submitted when done.</summary>
public partial class JudgesPageTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const string Judge = "นางสาวมาลี ใจดี";

    [Theory]
    [InlineData("th", 1366)]
    [InlineData("en", 360)]
    public async Task A_judge_scores_every_entry_submits_and_takes_it_back(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2, definition => definition with { Judging = new JudgingRules { Step = 0.5m } });
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, language, width);
        var page = judge.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("รอบทดสอบ");
        await Expect(page.Locator("#judge")).ToHaveTextAsync(Judge);
        await judge.SeeAsync("ปิดรับคะแนน 8 ตุลาคม 2564 เวลา 16.30", "Scores are taken until 8 October 2021, 16:30");
        await judge.LookAtAsync("judge-sheet");

        await judge.Button("เริ่มให้คะแนน", "Begin scoring").ClickAsync();
        await Expect(Score(judge, "A")).ToHaveAccessibleNameAsync("A ตรงประเด็น");
        await Score(judge, "A").FillAsync("๔๐.๕");
        await Score(judge, "B").FillAsync("31");
        await Score(judge, "C").FillAsync("10.3");
        await Expect(Score(judge, "B"))
            .ToHaveAccessibleDescriptionAsync(judge.Words("จากคะแนนเต็ม 30 เกินคะแนนเต็ม 30", "out of 30 More than the maximum, 30"));
        await Expect(Score(judge, "C"))
            .ToHaveAccessibleDescriptionAsync(judge.Words("จากคะแนนเต็ม 20 ต้องให้คะแนนทีละ 0.5", "out of 20 Scores go in steps of 0.5"));
        await Expect(page.Locator(".running-sum b")).ToHaveTextAsync("40.5");
        await judge.LookAtAsync("judge-entry-faults");
        await Score(judge, "B").FillAsync("20.5");
        await Score(judge, "C").FillAsync("๑๐");
        await page.Locator("summary").First.ClickAsync();
        await judge.Box("ข้อเสนอแนะข้อ A", "Comment on A").FillAsync("ชัดเจนดี");
        await SavedAsync(judge);
        await Expect(page.Locator(".running-sum b")).ToHaveTextAsync("71");
        await judge.LookAtAsync("judge-entry");
        using var client = new JudgeClient(server.Address, token);
        var stored = await client.EntryAsync("E0001");
        Assert.Equal(
            ("40.5", "20.5", "10", "ชัดเจนดี"),
            (
                JudgeApiTests.Text(stored, "scores", "A"),
                JudgeApiTests.Text(stored, "scores", "B"),
                JudgeApiTests.Text(stored, "scores", "C"),
                JudgeApiTests.Text(stored, "comments", "A")));

        await judge.Button("ถัดไป", "Next").ClickAsync();
        await Expect(page.Locator(".shown h1")).ToBeFocusedAsync();
        foreach (var (code, points) in new[] { ("A", "30"), ("B", "20"), ("C", "5") })
        {
            await Score(judge, code).FillAsync(points);
        }
        await judge.Button("ไปส่งคะแนน", "To submit").ClickAsync();
        await judge.Button("ส่งคะแนน", "Submit my scores").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = judge.Words("ส่งคะแนน", "Submit") }).ClickAsync();
        await judge.SeeAsync("ส่งคะแนนแล้ว", "Your scores are submitted");
        await judge.LookAtAsync("judge-submitted");
        await page.Locator(".entries li button").First.ClickAsync();
        await Expect(Score(judge, "A")).Not.ToBeEditableAsync();
        await page.GoBackAsync();
        await judge.Button("ขอคืนคะแนนมาแก้ไข", "Take my scores back").ClickAsync();
        await judge.Button("ขอคืนคะแนน", "Take back").ClickAsync();
        await Expect(judge.Button("ส่งคะแนน", "Submit my scores")).ToBeVisibleAsync();
        Assert.Equal("open", JudgeApiTests.Text(await client.SheetAsync(), "state"));
        await page.ReloadAsync();
        await Expect(judge.Button("ส่งคะแนน", "Submit my scores")).ToBeVisibleAsync();
        judge.WasClean($"/{token}", $"?{token}", $"={token}");
    }

    [Fact]
    public async Task An_incomplete_sheet_is_submitted_only_when_the_judge_says_so_twice()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await client.SaveAsync("E0001", "40", "20", "10");
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, "th", width: 1366);
        await judge.Button("ส่งคะแนน", "").ClickAsync();
        var dialog = judge.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("E0002");
        Assert.Equal("open", JudgeApiTests.Text(await client.SheetAsync(), "state"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "ส่งเท่าที่มี" }).ClickAsync();
        await judge.SeeAsync("ส่งคะแนนแล้ว", "");
        Assert.Equal("submitted", JudgeApiTests.Text(await client.SheetAsync(), "state"));
        judge.WasClean();
    }

    [Fact]
    public async Task Two_entries_are_scored_by_keyboard_alone_and_no_key_disturbs_typing()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, "en", width: 1366);
        var keys = judge.Page.Keyboard;
        await judge.Page.Locator("body").PressAsync("Control+Enter");
        foreach (var points in new[] { "40", "20", "10" })
        {
            await Expect(judge.Page.Locator("input.score:focus")).ToHaveCountAsync(1);
            Assert.NotEqual("none", await judge.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
            await keys.TypeAsync(points);
            await keys.PressAsync("Enter");
        }
        // Before the first box there is none.
        await Score(judge, "A").PressAsync("Shift+Enter");
        await Expect(Score(judge, "A")).ToBeFocusedAsync();
        await Score(judge, "C").PressAsync("Enter");
        await Expect(judge.Box("", "Comment on the whole")).ToBeFocusedAsync();
        await keys.TypeAsync("one");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("two");
        await Expect(judge.Box("", "Comment on the whole")).ToHaveValueAsync("one\ntwo");
        await keys.PressAsync("Control+Enter");
        await Expect(Score(judge, "A")).ToBeFocusedAsync();
        await keys.TypeAsync("30");
        await SavedAsync(judge);
        await keys.PressAsync("Control+Shift+Enter");
        await Expect(Score(judge, "A")).ToHaveValueAsync("40");
        using var client = new JudgeClient(server.Address, token);
        Assert.Equal("one\ntwo", JudgeApiTests.Text(await client.EntryAsync("E0001"), "comment"));
        Assert.Equal("30", JudgeApiTests.Text(await client.EntryAsync("E0002"), "scores", "A"));
        judge.WasClean();
    }

    [Fact]
    public async Task What_is_typed_without_a_network_is_kept_and_sent_when_it_returns()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, "th", width: 360);
        var (page, window) = (judge.Page, judge.Page.Context);
        await judge.Button("เริ่มให้คะแนน", "").ClickAsync();
        await Expect(Score(judge, "A")).ToBeVisibleAsync();
        await window.SetOfflineAsync(true);
        await Score(judge, "A").FillAsync("40");
        await Expect(page.Locator(".saved")).ToHaveTextAsync("ยังไม่ได้ส่ง เก็บไว้ในเครื่องนี้");
        await judge.SeeAsync("ขณะนี้ไม่มีเครือข่าย", "");
        // The next entry can be scored too.
        await judge.Button("ถัดไป", "").ClickAsync();
        await Score(judge, "A").FillAsync("30");
        await Expect(page.Locator(".saved")).ToHaveTextAsync("ยังไม่ได้ส่ง เก็บไว้ในเครื่องนี้");
        await judge.LookAtAsync("judge-offline");
        Assert.DoesNotContain(token, await page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);
        await window.SetOfflineAsync(false);
        await SavedAsync(judge);
        await Expect(page.Locator(".entries .tag.bad")).ToHaveCountAsync(0);
        Assert.Equal("40", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        Assert.Equal("30", JudgeApiTests.Text(await client.EntryAsync("E0002"), "scores", "A"));

        // A browser that is closed before the network returns sends it when the link is opened again.
        await window.SetOfflineAsync(true);
        await Score(judge, "B").FillAsync("๒๐");
        await Expect(page.Locator(".saved[data-stands=kept]")).ToBeVisibleAsync();
        await page.CloseAsync();
        await window.SetOfflineAsync(false);
        var again = await window.NewPageAsync();
        await again.GotoAsync($"/judge#{token}");
        await Expect(again.Locator(".entries li .tag")).ToHaveCountAsync(2);
        await Expect(again.Locator(".entries .tag.bad")).ToHaveCountAsync(0);
        await Expect(again.Locator(".entries li").Nth(1)).ToContainTextAsync("50");
        Assert.Equal("20", JudgeApiTests.Text(await client.EntryAsync("E0002"), "scores", "B"));
    }

    [Theory]
    [InlineData("th", 360)]
    [InlineData("en", 1366)]
    public async Task A_judge_who_may_not_judge_an_entry_says_why_and_can_change_it(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 2);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        await using var judge = await OpenEntryAsync(server, token, language, width);
        await judge.Page.GetByText(judge.Words("ข้าพเจ้าไม่สามารถตัดสินผลงานนี้ได้", "I may not judge this one")).ClickAsync();
        await judge.Box("เหตุผล", "Reason").FillAsync("เป็นที่ปรึกษาของหน่วยงาน");
        await judge.LookAtAsync("judge-decline");
        await judge.Button("แจ้งว่าไม่ตัดสิน", "I do not judge it").ClickAsync();
        await judge.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(judge.Heading("ท่านแจ้งว่าไม่ตัดสินผลงานนี้", "You do not judge this entry")).ToBeVisibleAsync();
        await judge.LookAtAsync("judge-declined");
        var board = await JudgeApiTests.BoardAsync(server, id);
        Assert.Equal("recused", JudgeApiTests.Text(board, "judges", 0, "cells", 0));
        await judge.Button("ยกเลิกการแจ้ง แล้วให้คะแนน", "Judge it after all").ClickAsync();
        await Expect(Score(judge, "A")).ToBeEditableAsync();
        judge.WasClean();
    }

    [Fact]
    public async Task A_withdrawn_link_is_told_in_plain_words_and_what_was_typed_is_not_lost()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        await using var judge = await OpenEntryAsync(server, token, "th", 360);
        var newer = await JudgeApiTests.LinkAsync(server, id, Judge);
        await Score(judge, "A").FillAsync("33");
        await Expect(judge.Heading("ลิงก์นี้ใช้ไม่ได้", "")).ToBeVisibleAsync();
        await judge.SeeAsync("มีผลงาน 1 รายการที่พิมพ์แล้วแต่ยังไม่ได้ส่ง", "");
        await judge.LookAtAsync("judge-link-over");
        // Another link in the same tab is opened at once.
        await judge.Page.EvaluateAsync($"() => {{ location.hash = '{newer}'; }}");
        await Expect(judge.Page.Locator(".entries li")).ToContainTextAsync("33");
        using var client = new JudgeClient(server.Address, newer);
        Assert.Equal("33", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));

        await using var nobody = await chromium.OpenJudgesPageAsync(server.Address, "", "en", 360);
        await Expect(nobody.Heading("", "This page opens by your own link")).ToBeVisibleAsync();
        await nobody.LookAtAsync("judge-no-link");
    }

    [Fact]
    public async Task A_blind_page_names_no_organisation_and_says_that_a_sheet_has_scores_too()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1, definition => definition with { Judging = new JudgingRules { Blind = true } });
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(
            "entry_code,project,organisation,addressee,saraban_email,province,url\nE0001,น้ำดื่มชุมชน,เทศบาลตำบลหนึ่ง,นายกเทศมนตรี,saraban@entrant.example,ยะลา,https://work.example/e1")));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], Judge)));
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, "th", 1366);
        await Expect(judge.Heading("มีคะแนนของท่านในไฟล์ด้วย", "")).ToBeVisibleAsync();
        await judge.LookAtAsync("judge-also-sheet");
        await judge.Page.Locator(".entries li button").First.ClickAsync();
        await judge.SeeAsync("ไม่เปิดเผยชื่อหน่วยงาน", "");
        await judge.SeeAsync("คะแนนของท่านในไฟล์:", "");
        await Expect(judge.Link("เปิดดูผลงาน (เปิดในแท็บใหม่)", "")).ToHaveAttributeAsync("href", "https://work.example/e1");
        await Expect(judge.Page.GetByText("เทศบาล")).ToHaveCountAsync(0);
        judge.WasClean();
    }

    [Fact]
    public async Task An_entry_that_is_added_after_the_submission_is_scored_and_submitted_while_the_rest_stays_frozen()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await client.SaveAsync("E0001", "40", "20", "10");
        using (var submitted = await client.SubmitAsync())
        {
            await AwardFlowClient.SucceedAsync(submitted);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", TestSheets.Entries(TestSheets.Codes(2))));
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, token, "th", 360);
        await judge.SeeAsync("ยังมีผลงานที่ขอให้ท่านให้คะแนน 1 รายการ", "");
        await judge.LookAtAsync("judge-still-owed");
        await judge.Page.Locator(".entries li button").First.ClickAsync();
        await Expect(Score(judge, "A")).Not.ToBeEditableAsync();
        await judge.Button("ผลงานทั้งหมด", "").Or(judge.Button("‹ ผลงานทั้งหมด", "")).ClickAsync();
        await judge.Button("ให้คะแนนต่อ", "").ClickAsync();
        foreach (var (code, points) in new[] { ("A", "30"), ("B", "20"), ("C", "5") })
        {
            await Score(judge, code).FillAsync(points);
        }
        await SavedAsync(judge);
        await judge.Button("ไปส่งคะแนน", "").ClickAsync();
        await judge.Button("ส่งคะแนน", "").ClickAsync();
        await judge.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(judge.Page.GetByText("ยังมีผลงานที่ขอให้ท่านให้คะแนน")).ToHaveCountAsync(0);
        Assert.Equal(0, (await client.SheetAsync())["progress"]!["owed"]!.GetValue<int>());
        judge.WasClean();
    }

    [Fact]
    public async Task A_connection_that_hangs_and_a_comment_that_letters_cannot_show_keep_back_no_scores()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var token = await JudgeApiTests.LinkAsync(server, await JudgeApiTests.OpenAsync(server, 1), Judge);
        await using var judge = await OpenEntryAsync(server, token, "th", 360);
        // A dead connection, which neither answers nor fails; nobody waits for ten seconds here.
        await judge.Page.EvaluateAsync(
            "() => { const timeout = AbortSignal.timeout.bind(AbortSignal); window.isHasty = true; AbortSignal.timeout = time => timeout(window.isHasty ? 300 : time); }");
        await judge.Page.RouteAsync("**/api/judge/entries/*", route => route.Request.Method == "PUT" ? Task.CompletedTask : route.ContinueAsync());
        await Score(judge, "A").FillAsync("40");
        await Expect(judge.Page.Locator("[data-stands=kept]")).ToBeVisibleAsync();
        await judge.Page.UnrouteAsync("**/api/judge/entries/*");
        await judge.Page.EvaluateAsync("() => { window.isHasty = false; }");
        await Score(judge, "B").FillAsync("20");
        await SavedAsync(judge);
        await judge.Box("ข้อเสนอแนะต่อผลงานทั้งหมด", "").FillAsync("ดี\u0007มาก");
        await Score(judge, "C").FillAsync("10");
        await Expect(judge.Page.Locator("[data-stands=faulty]")).ToHaveTextAsync("บันทึกคะแนนแล้ว แต่ข้อเสนอแนะยังบันทึกไม่ได้");
        using var client = new JudgeClient(server.Address, token);
        var stored = await client.EntryAsync("E0001");
        Assert.Equal(
            ("40", "20", "10", ""),
            (
                JudgeApiTests.Text(stored, "scores", "A"),
                JudgeApiTests.Text(stored, "scores", "B"),
                JudgeApiTests.Text(stored, "scores", "C"),
                JudgeApiTests.Text(stored, "comment")));
        await Expect(judge.Box("ข้อเสนอแนะต่อผลงานทั้งหมด", "")).ToHaveValueAsync("ดี\u0007มาก");
        await judge.Box("ข้อเสนอแนะต่อผลงานทั้งหมด", "").FillAsync("ดีมาก");
        await SavedAsync(judge);
        Assert.Equal("ดีมาก", JudgeApiTests.Text(await client.EntryAsync("E0001"), "comment"));
    }

    [Fact]
    public async Task Where_the_browser_keeps_no_data_of_sites_the_page_does_not_say_that_it_does()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        await using var judge = await chromium.OpenJudgesPageAsync(server.Address, await JudgeApiTests.LinkAsync(server, id, Judge), "th", 360);
        await judge.Page.AddInitScriptAsync(
            "for (const kept of ['localStorage', 'sessionStorage']) Object.defineProperty(window, kept, { get() { throw new DOMException('blocked', 'SecurityError'); } });");
        await judge.Page.ReloadAsync();
        await Expect(judge.Button("เริ่มให้คะแนน", "")).ToBeVisibleAsync();
        await judge.Page.Context.SetOfflineAsync(true);
        await judge.Button("ส่งคะแนน", "").ClickAsync();
        await Expect(judge.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("เบราว์เซอร์ไม่เก็บข้อมูลไว้ในเครื่องนี้");
        await Expect(judge.Page.GetByText("ระบบเก็บสิ่งที่พิมพ์ไว้ในเครื่องนี้")).ToHaveCountAsync(0);
        judge.WasClean();
    }

    private async Task<PeoplesPage> OpenEntryAsync(LocalServer server, string token, string language, int width)
    {
        var judge = await chromium.OpenJudgesPageAsync(server.Address, token, language, width);
        await judge.Page.Locator(".entries li button").First.ClickAsync();
        await Expect(Score(judge, "A")).ToBeVisibleAsync();
        return judge;
    }

    private static ILocator Score(PeoplesPage judge, string criterion) => judge.Page.Locator($"#score-{criterion}");

    // The mark that a screen reader reads.
    private static Task SavedAsync(PeoplesPage judge) =>
        Expect(judge.Page.GetByRole(AriaRole.Status).And(judge.Page.Locator("[data-stands=saved]"))).ToContainTextAsync(judge.Words("บันทึกแล้ว", "Saved"));
}
