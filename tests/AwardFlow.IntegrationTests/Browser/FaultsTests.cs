using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>What went wrong on these pages once, and others of its kind. One server and one browser serve them all.</summary>
public class FaultsTests(FaultsTests.Office office, Chromium chromium) : IClassFixture<FaultsTests.Office>
{
    private const string OperatorKey = "operator-key-0123456789";
    private const string ApproverKey = "approver-key-0123456789";
    private const string OtherApproverKey = "approver-key-9876543210";

    [Fact]
    public async Task A_key_typed_in_the_Thai_layout_is_told_as_such_and_the_right_one_then_opens()
    {
        await using var officer = await chromium.OpenAsync(office.Address, "th", width: 1366);
        await officer.SignInAsync("นยำพฟะนพ-ทำห-๐๑๒๓");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ไม่มีอักษรไทย");
        await officer.LookAtAsync("key-in-thai");
        await officer.SignInAsync("clé-ŝlosilo-0123456789");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ไม่ถูกต้อง");
        await officer.SignInAsync(OperatorKey);
        await Expect(officer.Page.Locator("h1")).ToHaveTextAsync("รอบการประกวด");
    }

    [Fact]
    public async Task Where_one_signs_in_the_other_language_is_spoken_once_it_is_chosen()
    {
        await using var officer = await chromium.OpenAsync(office.Address, "th", width: 1366);
        await Expect(officer.Page.Locator("main h1")).ToHaveTextAsync("เข้าใช้งาน");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(officer.Page.Locator("main h1")).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task A_link_opened_in_a_new_tab_does_not_ask_for_the_key_again_and_signing_out_holds_in_all()
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}");
        var tab = await officer.Page.Context.RunAndWaitForPageAsync(
            () => officer.Link("ผลงานและคะแนน", "").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        await Expect(tab.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(tab.Locator("#api-key")).ToHaveCountAsync(0);
        await tab.GetByRole(AriaRole.Button, new() { Name = "ออกจากระบบ" }).ClickAsync();
        await Expect(officer.Page.Locator("#api-key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_twice_on_what_cannot_be_taken_back_changes_nothing()
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}");
        await officer.Button("ปิดรับทันที", "").FocusAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await Expect(officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "กลับไป" })).ToBeFocusedAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("open", await office.Client.StateAsync(id));
    }

    [Fact]
    public async Task That_the_server_is_away_is_said_while_one_watches_and_that_it_is_back()
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}");
        await officer.Page.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await LookAgainAsync(officer);
        await officer.SeeAsync("ไม่สามารถเชื่อมต่อระบบ", "");
        await Expect(officer.Page.Locator("h1")).ToBeVisibleAsync();
        await officer.Page.Context.UnrouteAsync("**/api/**");
        await LookAgainAsync(officer);
        await Expect(officer.Page.GetByText("ไม่สามารถเชื่อมต่อระบบ")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_first_page_without_a_server_offers_to_try_again()
    {
        await using var officer = await SignedInAsync(OperatorKey, "#");
        await officer.Page.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await officer.Page.ReloadAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ไม่สามารถเชื่อมต่อระบบ");
        await officer.Page.Context.UnrouteAsync("**/api/**");
        await officer.Button("ลองอีกครั้ง", "").ClickAsync();
        await Expect(officer.Page.Locator("h1")).ToHaveTextAsync("รอบการประกวด");
    }

    [Fact]
    public async Task A_key_withdrawn_while_one_watches_is_asked_for_again_and_the_page_stays()
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}");
        await WithdrawKeyAsync(officer);
        await LookAgainAsync(officer);
        await SignInOverAsync(officer);
        await Expect(officer.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_key_that_expired_before_an_upload_is_asked_for_and_the_file_is_not_lost()
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}/uploads");
        await WithdrawKeyAsync(officer);
        await ChooseScoresAsync(officer);
        await officer.Page.Locator("dialog #api-key").WaitForAsync();
        await officer.LookAtAsync("sign-in-again");
        await SignInOverAsync(officer);
        await officer.SeeAsync("ตรวจแล้วถูกต้อง 1 ไฟล์ รวม 3 รายการ", "");
        await officer.Button("บันทึก 3 รายการ", "").ClickAsync();
        await officer.SeeAsync("บันทึกแล้ว 1 ไฟล์ รวม 3 รายการ", "");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task The_button_that_saves_is_in_sight_and_leaving_without_it_asks(int width)
    {
        var id = await office.OpenCycleAsync();
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}/uploads", width);
        await ChooseScoresAsync(officer);
        var save = officer.Button("บันทึก 3 รายการ", "");
        await Expect(save).ToBeInViewportAsync();
        await officer.LookAtAsync("upload-checked");
        await officer.Link("ภาพรวม", "").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("scores.csv");
        await officer.Button("กลับไป", "").ClickAsync();
        await Expect(save).ToBeInViewportAsync();
        await officer.Page.WaitForFunctionAsync("() => location.hash.endsWith('/uploads')");
        await officer.Link("ภาพรวม", "").ClickAsync();
        await officer.Button("ออกโดยไม่บันทึก", "").ClickAsync();
        await Expect(officer.Page.Locator("ol.tasks")).ToBeVisibleAsync();
        Assert.Single((await office.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray(), upload => (string)upload!["kind"]! == "entries");
        Assert.Equal(3, (await office.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray().Count);
    }

    [Fact]
    public async Task Of_two_who_approve_only_one_is_told_to_have_done_it()
    {
        var id = await office.OpenCycleAsync();
        await AwardFlowClient.SucceedAsync(await office.Client.PostAsync($"/api/cycles/{id}/close"));
        await office.Server.DoneAsync("ReleaseLetters", id, "False");
        await using var one = await SignedInAsync(ApproverKey, $"#cycle/{id}");
        await using var other = await SignedInAsync(OtherApproverKey, $"#cycle/{id}");
        foreach (var approver in new[] { one, other })
        {
            await approver.Link("ตรวจและอนุมัติหนังสือ 2 ฉบับ", "").ClickAsync();
            await approver.Button("อนุมัติและส่งหนังสือ 2 ฉบับ", "").ClickAsync();
        }
        await one.Button("อนุมัติและส่ง", "").ClickAsync();
        await Expect(one.Page.Locator("ol.tasks")).ToContainTextAsync("wichai อนุมัติเมื่อ");
        await other.Button("อนุมัติและส่ง", "").ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“wichai” อนุมัติให้ส่งหนังสือของรอบ");
        await other.Link("ภาพรวม", "").First.ClickAsync();
        await Expect(other.Page.Locator("ol.tasks")).ToContainTextAsync("wichai อนุมัติเมื่อ");
        await Expect(other.Page.GetByText("ท่านอนุมัติแล้ว")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_of_success_do_not_stay_where_the_thing_did_not_happen()
    {
        var id = await office.OpenCycleAsync();
        await AwardFlowClient.SucceedAsync(await office.Client.UploadAsync(id, "entries", TestSheets.Entries(["E0003"])));
        await using var officer = await SignedInAsync(OperatorKey, $"#cycle/{id}");
        await officer.Button("ปิดรับทันที", "").ClickAsync();
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "ปิดรับทันที" }).ClickAsync();
        // Scores are missing, so it was not closed: a person decides.
        await officer.SeeStateAsync("รอการตัดสินใจ", "");
        await officer.SeeAsync("ขาดคะแนน 2 รายการ (ผลงาน–กรรมการ)", "");
        await Expect(officer.Page.Locator(".done")).ToHaveCountAsync(0);
    }

    private async Task<PeoplesPage> SignedInAsync(string key, string place, int width = 1366)
    {
        var officer = await chromium.OpenAsync(office.Address, "th", width);
        await officer.SignInAsync(key);
        await Expect(officer.Page.Locator("main h1")).ToHaveTextAsync("รอบการประกวด");
        if (place != "#")
        {
            await officer.Page.GotoAsync($"/{place}");
            await Expect(officer.Page.Locator("nav.parts")).ToBeVisibleAsync();
        }
        return officer;
    }

    // A page looks by itself every few seconds, and at once where its machine is on the network again.
    private static Task LookAgainAsync(PeoplesPage officer) => officer.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");

    // The key is refused until another is given.
    private static Task WithdrawKeyAsync(PeoplesPage officer) =>
        officer.Page.RouteAsync("**/api/**", route => route.Request.Headers.TryGetValue("x-api-key", out var key) && key == OtherKey
            ? route.ContinueAsync(
                new() { Headers = route.Request.Headers.Where(header => header.Key != "x-api-key").Append(KeyValuePair.Create("x-api-key", OperatorKey)) })
            : route.FulfillAsync(new() { Status = 401, ContentType = "application/problem+json", Body = "{\"status\":401}" }));

    private const string OtherKey = "operator-key-of-tomorrow";

    private static async Task SignInOverAsync(PeoplesPage officer)
    {
        await officer.Page.Locator("dialog #api-key").FillAsync(OtherKey);
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "เข้าใช้งาน" }).ClickAsync();
    }

    private static Task ChooseScoresAsync(PeoplesPage officer) => officer.Page.Locator("#scores-file").SetInputFilesAsync(
        new FilePayload { Name = "scores.csv", MimeType = "text/csv", Buffer = TestSheets.Scores(["E0001"], "ค") });

    /// <summary>One server with an operator and two approvers.</summary>
    public sealed class Office : IAsyncLifetime
    {
        private readonly EmbeddedFixture _embedded = new();

        public LocalServer Server { get; private set; } = null!;

        public AwardFlowClient Client => Server.Client;

        public string Address => Server.Address;

        public async ValueTask InitializeAsync()
        {
            Server = await LocalServer.StartAsync(
                _embedded, ("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"),
                ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver"),
                ("Api:Keys:somchai", OtherApproverKey), ("Api:Keys:somchai:Role", "approver"));
            Client.Http.DefaultRequestHeaders.Add("X-Api-Key", OperatorKey);
        }

        public Task<string> OpenCycleAsync() => Server.OpenCycleAsync(entries: 2);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _embedded.Dispose();
        }
    }
}
