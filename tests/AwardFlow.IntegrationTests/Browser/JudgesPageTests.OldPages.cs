using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Judging;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>Pages that are out of date: another device, an old tab, criteria that were changed since.</summary>
public partial class JudgesPageTests
{
    [Fact]
    public async Task What_two_devices_typed_is_shown_side_by_side_and_the_judge_chooses()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await using var desktop = await OpenEntryAsync(server, token, "th", 1366);
        await using var phone = await OpenEntryAsync(server, token, "en", 360);
        await Score(desktop, "A").FillAsync("40");
        await SavedAsync(desktop);
        await Score(phone, "A").FillAsync("30");
        var conflict = phone.Page.GetByRole(AriaRole.Alert);
        await Expect(conflict.Locator("tbody td")).ToHaveTextAsync(["30", "40"]);
        await phone.LookAtAsync("judge-conflict");
        Assert.Equal("40", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        await phone.Button("", "Use this page instead").ClickAsync();
        await SavedAsync(phone);
        Assert.Equal("30", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));

        await Score(desktop, "B").FillAsync("15");
        await Expect(desktop.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await desktop.LookAtAsync("judge-conflict");
        await desktop.Button("ใช้ข้อมูลที่บันทึกไว้", "").ClickAsync();
        await Expect(Score(desktop, "A")).ToHaveValueAsync("30");
        await Expect(Score(desktop, "B")).ToHaveValueAsync("");
        desktop.WasClean();
        phone.WasClean();
    }

    [Fact]
    public async Task A_tab_from_before_an_entry_was_sent_back_replaces_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await JudgeApiTests.OpenAsync(server, 1);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await client.SaveAsync("E0001", "40", "20", "10");
        await using var old = await OpenEntryAsync(server, token, "th", 1366);
        using (var submitted = await client.SubmitAsync())
        {
            await AwardFlowClient.SucceedAsync(submitted);
        }
        using (var returned = await server.Client.PostAsync(
            $"/api/cycles/{id}/judging/{Uri.EscapeDataString(Judge)}/entries/E0001/return", new { question = "คะแนนข้อ A ตั้งใจให้ต่างจากท่านอื่นหรือไม่" }))
        {
            await AwardFlowClient.SucceedAsync(returned);
        }

        await Score(old, "A").FillAsync("10");
        await Expect(old.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("คะแนนข้อ A ตั้งใจให้ต่างจากท่านอื่นหรือไม่");
        Assert.Equal("40", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        await old.LookAtAsync("judge-sent-back");
        await old.Button("ใช้ข้อมูลที่บันทึกไว้", "").ClickAsync();
        await Expect(Score(old, "A")).ToHaveValueAsync("40");

        await old.Page.ReloadAsync();
        await Expect(old.Page.GetByRole(AriaRole.Heading, new() { Name = "คำถาม", Exact = true })).ToBeVisibleAsync();
        await Score(old, "A").FillAsync("41");
        await SavedAsync(old);
        await old.Button("ไปส่งคะแนน", "").ClickAsync();
        await old.LookAtAsync("judge-returned");
        await old.Button("ส่งคะแนน", "").ClickAsync();
        await old.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "ส่ง" }).First.ClickAsync();
        await Expect(old.Page.GetByText("ขอให้พิจารณาอีกครั้ง")).ToHaveCountAsync(0);
        old.WasClean();
    }

    [Fact]
    public async Task A_tab_from_before_a_cycle_was_closed_and_sent_back_replaces_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await JudgeApiTests.OpenAsync(server, 1, definition => definition with { Judges = [new Judge(JudgeName.Parse(Judge))] });
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await client.SaveAsync("E0001", "40", "20", "10");
        await using var old = await OpenEntryAsync(server, token, "th", 360);
        using (var submitted = await client.SubmitAsync())
        {
            await AwardFlowClient.SucceedAsync(submitted);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await Score(old, "A").FillAsync("1");
        await Expect(old.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ยังไม่ได้บันทึก");
        await Expect(Score(old, "A")).Not.ToBeEditableAsync();
        await old.SeeAsync("ปิดรับคะแนนแล้ว", "");
        await old.LookAtAsync("judge-closed");

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = "ขอทบทวนคะแนน" }));
        using (var back = await client.SendAsync(HttpMethod.Delete, "/api/judge/submit"))
        {
            await AwardFlowClient.SucceedAsync(back);
        }
        await old.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(Score(old, "A")).ToBeEditableAsync();
        await Score(old, "A").FillAsync("2");
        await Expect(old.Page.GetByRole(AriaRole.Alert).Locator("tbody td")).ToHaveTextAsync(["2", "40"]);
        Assert.Equal("40", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        old.WasClean();
    }

    [Fact]
    public async Task A_page_from_before_a_change_of_the_criteria_saves_nothing_and_shows_what_was_asked_and_what_is()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        CycleDefinition? definition = null;
        var id = await JudgeApiTests.OpenAsync(server, 1, each => definition = each);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await client.SaveAsync("E0001", "40", "20", "10");
        await using var judge = await OpenEntryAsync(server, token, "th", 360);
        var changed = definition! with
        {
            Id = CycleId.Parse(id),
            Rubric = [definition!.Rubric[0] with { Criteria = [new Criterion("A", "ความคุ้มค่า", 45)] }, .. definition!.Rubric.Skip(1)],
        };
        using (var asked = await server.Client.PutAsync(changed))
        {
            var confirm = JudgeApiTests.Text(await AwardFlowClient.JsonAsync(asked), "confirm");
            await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync($"/api/cycles/{id}?confirm={confirm}", changed));
        }
        await Score(judge, "A").FillAsync("42");
        var alert = judge.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("เกณฑ์หรือผลงานมีการแก้ไข");
        await Expect(alert).ToContainTextAsync("ความคุ้มค่า / 45เดิม: ตรงประเด็น / 50");
        await Expect(alert.Locator("tbody td")).ToHaveTextAsync(["42", "40"]);
        Assert.Equal("40", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        await judge.LookAtAsync("judge-outdated");
        await judge.Button("ใช้ข้อมูลในหน้านี้แทน", "").ClickAsync();
        await SavedAsync(judge);
        await Expect(Score(judge, "A")).ToHaveAccessibleNameAsync("A ความคุ้มค่า");
        Assert.Equal("42", JudgeApiTests.Text(await client.EntryAsync("E0001"), "scores", "A"));
        judge.WasClean();
    }

    [Fact]
    public async Task What_was_typed_without_a_network_before_a_change_of_the_criteria_is_not_sent_under_the_new_ones()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        CycleDefinition? definition = null;
        var id = await JudgeApiTests.OpenAsync(server, 3, each => definition = each);
        var token = await JudgeApiTests.LinkAsync(server, id, Judge);
        using var client = new JudgeClient(server.Address, token);
        await using var judge = await OpenEntryAsync(server, token, "th", 1366);
        await judge.Page.Context.SetOfflineAsync(true);
        // An entry that was never read here.
        await judge.Page.Locator(".entries li button").Last.ClickAsync();
        await Score(judge, "A").FillAsync("30");
        await Expect(judge.Page.Locator(".saved[data-stands=kept]")).ToBeVisibleAsync();
        var changed = definition! with
        {
            Id = CycleId.Parse(id),
            Rubric = [definition!.Rubric[0] with { Criteria = [new Criterion("A", "ความคุ้มค่า", 50)] }, .. definition!.Rubric.Skip(1)],
        };
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(changed));
        await judge.Page.Context.SetOfflineAsync(false);
        await Expect(judge.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("เดิม: ตรงประเด็น / 50");
        Assert.Equal("empty", JudgeApiTests.Text(await client.EntryAsync("E0003"), "state"));
        await judge.Button("ใช้ข้อมูลในหน้านี้แทน", "").ClickAsync();
        await SavedAsync(judge);
        Assert.Equal("30", JudgeApiTests.Text(await client.EntryAsync("E0003"), "scores", "A"));
    }
}
