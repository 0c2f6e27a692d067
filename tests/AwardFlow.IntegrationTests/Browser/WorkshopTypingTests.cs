using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>What a person types in the workshop stays as it was typed, is saved, or is said not to be.</summary>
public sealed class WorkshopTypingTests(WorkshopFixture workshop, Chromium chromium) : IClassFixture<WorkshopFixture>
{
    private LocalServer Server => workshop.Server;

    [Fact]
    public async Task A_paragraph_goes_between_two_others_and_the_caret_stays_in_it_while_it_is_saved()
    {
        var id = await StartAsync(definition => definition["letter"]!["opening"] = new JsonArray("ต้น", "ปลาย"));
        await using var officer = await OpenAsync(id, "letter", "th", 1366);
        var opening = officer.Page.Locator("#letter-opening");
        await opening.FocusAsync();
        await officer.Page.EvaluateAsync(
            "() => { const box = document.querySelector('#letter-opening'); const line = [...box.childNodes].find(each => each.data?.includes('\\n')); getSelection().collapse(line, line.data.indexOf('\\n')); }");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Keyboard.TypeAsync("ย่อหน้า");
        await SavedAsync(officer);
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Keyboard.TypeAsync(" ");
        await officer.Page.Keyboard.PressAsync("Backspace");
        await SavedAsync(officer);
        await officer.Page.Keyboard.TypeAsync("ใหม่");
        await SavedAsync(officer);
        var paragraphs = (await DefinitionAsync(id))["letter"]!["opening"]!.AsArray().Select(each => each!.GetValue<string>()).ToList();
        Assert.Equal(["ต้น", "ย่อหน้า", "ใหม่", "ปลาย"], paragraphs);
        officer.WasClean();
    }

    [Fact]
    public async Task What_is_typed_is_saved_before_one_leaves_and_where_it_cannot_be_one_is_asked_and_it_is_tried_again()
    {
        var id = await StartAsync();
        await using var officer = await OpenAsync(id, "award", "en", 360);
        await officer.Page.Locator("#title").FillAsync("Left at once");
        await officer.Page.EvaluateAsync("location.hash = ''");
        await Expect(officer.Page.Locator($"a[href='#setup/{id}']")).ToHaveTextAsync("Left at once");
        await officer.Page.GoBackAsync();
        await Expect(officer.Page.Locator("#title")).ToHaveValueAsync("Left at once");
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.Locator("#title").FillAsync("Typed in a tunnel");
        await Expect(officer.Page.Locator(".saved[data-stands=unsaved]")).ToBeInViewportAsync();
        await officer.Page.Locator("#organiser-sarabanEmail").ScrollIntoViewIfNeededAsync();
        await Expect(officer.Page.Locator(".saved[data-stands=unsaved]")).ToBeInViewportAsync();
        await officer.LookAtAsync("workshop-unsaved");
        await officer.Page.EvaluateAsync("location.hash = ''");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();
        await officer.Page.WaitForFunctionAsync("() => location.hash.startsWith('#setup/')");
        await Expect(officer.Page.Locator("#title")).ToHaveValueAsync("Typed in a tunnel");
        await officer.Page.Context.SetOfflineAsync(false);
        await SavedAsync(officer);
        Assert.Equal("Typed in a tunnel", (string?)(await DefinitionAsync(id))["title"]);
        await officer.Page.GoBackAsync();
        await Expect(officer.Heading("", "Award cycles")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_date_that_is_not_finished_is_a_fault_and_nothing_is_opened_with_the_date_before()
    {
        var id = await StartAsync();
        await using var officer = await OpenAsync(id, "award", "th", 1366);
        await officer.Page.Locator("#closesAt-day").FillAsync("31");
        await officer.Page.Locator("#closesAt-month").SelectOptionAsync("2");
        await SavedAsync(officer);
        await officer.Page.EvaluateAsync($"location.hash = 'setup/{id}/check'");
        await Expect(officer.Button("เปิดรับผลงานและคะแนน", "")).ToBeDisabledAsync();
        await officer.LookAtAsync("workshop-date");
        await officer.Page.Locator(".problem").GetByRole(AriaRole.Link, new() { Name = "เวลาปิดรับ" }).ClickAsync();
        await Expect(officer.Page.Locator("#closesAt-day")).ToHaveValueAsync("31");
        await Expect(officer.Page.Locator("#closesAt-said")).ToContainTextAsync("ไม่มีวันที่นี้");
        using var opened = await Server.Client.PostAsync($"/api/cycles/{id}/open");
        Assert.Equal(HttpStatusCode.BadRequest, opened.StatusCode);
        officer.WasClean();
    }

    [Fact]
    public async Task A_number_with_decimals_is_typed_stroke_by_stroke()
    {
        var id = await StartAsync();
        await using var officer = await OpenAsync(id, "rubric", "en", 360);
        foreach (var (box, text) in new[] { ("#passMark", "60.05"), ("#rubric-0-criteria-0-max", "๑๐.๐๕") })
        {
            await officer.Page.Locator(box).FillAsync("");
            await officer.Page.Locator(box).PressSequentiallyAsync(text);
            await Expect(officer.Page.Locator(box)).ToHaveValueAsync(text);
        }
        await officer.Page.Keyboard.PressAsync("Tab");
        await Expect(officer.Page.Locator("#rubric-0-criteria-0-max")).ToHaveValueAsync("10.05");
        await SavedAsync(officer);
        var definition = await DefinitionAsync(id);
        Assert.Equal((60.05m, 10.05m), ((decimal)definition["passMark"]!, (decimal)definition["rubric"]![0]!["criteria"]![0]!["max"]!));
        officer.WasClean();
    }

    [Fact]
    public async Task Conflicts_of_interest_go_with_their_judge()
    {
        var id = await StartAsync(definition => definition["judges"] = new JsonArray(
            new JsonObject { ["name"] = "A" }, new JsonObject { ["name"] = "B" }, new JsonObject { ["name"] = "C" }));
        await using var officer = await OpenAsync(id, "judges", "en", 1366);
        await officer.Page.Locator("#judges-0-mayNotScore").PressSequentiallyAsync("LG-001, LG-002");
        await officer.Page.Locator("#judges-1-mayNotScore").PressSequentiallyAsync("LG-014");
        await officer.Page.Locator("ol.judges li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(officer.Page.Locator("#judges-0-name")).ToBeFocusedAsync();
        await Expect(officer.Page.Locator("#judges-0-mayNotScore")).ToHaveValueAsync("LG-014");
        await Expect(officer.Page.Locator("#judges-1-mayNotScore")).ToHaveValueAsync("");
        officer.WasClean();
    }

    [Fact]
    public async Task A_draft_that_a_colleague_opens_meanwhile_goes_on_as_a_change_of_the_open_cycle()
    {
        var id = await StartAsync(definition => definition["letter"]!["number"] = "สพร ๑");
        await using var officer = await OpenAsync(id, "award", "th", 1366);
        using (var opened = await Server.Client.PostAsync($"/api/cycles/{id}/open"))
        {
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }
        await officer.Page.Locator("#title").FillAsync("แก้ไขหลังเปิดรับ");
        await SavedAsync(officer);
        await officer.SeeAsync("รอบนี้เปิดรับแล้ว ระบบจะบันทึกเป็นการแก้ไขรอบที่เปิดรับ", "");
        Assert.Equal("แก้ไขหลังเปิดรับ", (string?)(await DefinitionAsync(id))["title"]);
        officer.WasClean();
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_no_conflict_with_oneself_and_a_colleagues_extension_is_not_taken_back()
    {
        var id = await StartAsync();
        await using var officer = await OpenAsync(id, "award", "en", 1366);
        var lost = 0;
        await officer.Page.RouteAsync("**/api/cycles/*?draft=true", async route =>
        {
            if (Interlocked.Increment(ref lost) == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }
            await route.ContinueAsync();
        });
        await officer.Page.Locator("#title").FillAsync("Stored, and not heard of");
        await officer.Button("", "Try again").ClickAsync();
        await SavedAsync(officer);

        var theirs = await DefinitionAsync(id);
        theirs["closesAt"] = "2021-12-01T16:30:00+07:00";
        using (var put = await Server.Client.PutJsonAsync($"/api/cycles/{id}?draft=true", theirs))
        {
            Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        }
        await officer.Page.Locator("#award").FillAsync("Mine");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Closing time");
        await officer.Button("", "Save it together with mine").ClickAsync();
        await SavedAsync(officer);
        var joined = await DefinitionAsync(id);
        Assert.Equal(("2021-12-01T16:30:00+07:00", "Mine"), ((string?)joined["closesAt"], (string?)joined["award"]));
    }

    [Fact]
    public async Task Once_a_cycle_is_closed_its_definition_is_shown_and_not_offered_for_changes()
    {
        var id = await Server.OpenCycleAsync(entries: 2);
        await using var officer = await OpenAsync(id, "letter", "th", 360);
        await Expect(officer.Page.Locator("#letter-subject[contenteditable=true]")).ToBeVisibleAsync();
        using (var closed = await Server.Client.PostAsync($"/api/cycles/{id}/close"))
        {
            Assert.True(closed.IsSuccessStatusCode);
        }
        await Server.DoneAsync("ReleaseLetters", id, "False");
        await officer.Page.EvaluateAsync($"location.hash = 'setup/{id}/award'");
        await officer.SeeAsync("รอบนี้ปิดรับแล้ว จึงแก้ไขข้อกำหนดไม่ได้", "");
        await Expect(officer.Page.Locator("#title")).ToBeDisabledAsync();
        await officer.LookAtAsync("workshop-closed");
    }

    private async Task<PeoplesPage> OpenAsync(string id, string part, string language, int width)
    {
        var officer = await chromium.OpenAsync(Server.Address, language, width, Server.Time.GetUtcNow());
        await officer.Page.GotoAsync($"/#setup/{id}/{part}");
        await Expect(officer.Page.Locator("#part")).ToBeVisibleAsync();
        return officer;
    }

    private static Task SavedAsync(PeoplesPage officer) =>
        Expect(officer.Page.Locator(".saved[data-stands=saved]")).ToContainTextAsync(officer.Words("บันทึกแล้ว ", "Saved "));

    private async Task<JsonNode> DefinitionAsync(string id) => await Server.Client.GetJsonAsync($"/api/cycles/{id}/definition");

    private async Task<string> StartAsync(Action<JsonNode>? change = null)
    {
        using var response = await Server.Client.PostAsync("/api/cycles", new { source = "sample" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var id = (await AwardFlowClient.JsonAsync(response))["id"]!.GetValue<string>();
        if (change is not null)
        {
            var definition = await DefinitionAsync(id);
            change(definition);
            using var put = await Server.Client.PutJsonAsync($"/api/cycles/{id}?draft=true", definition);
            Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        }
        return id;
    }
}
